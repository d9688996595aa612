"""A data set is drafted from a sheet alone: statuses, changes, those that left."""

from datetime import date

import pytest
import yaml

from csto_atlas.events.drafts.draft import draft_data_set
from csto_atlas.events.drafts.wish import Wish
from csto_atlas.events.errors import DataError
from tests.events.sheets.conftest import REGISTER

LEAGUE = """\
الدولة;الصفة;من;حتى
مصر;عضو;22/03/1945;26/03/1979
مصر;معلق;26/03/1979;23/05/1989
مصر;عضو;23/05/1989;حتى الآن
سوريا;عضو;22/03/1945;16/11/2011
سوريا;معلق;16/11/2011;07/05/2023
سوريا;عضو;07/05/2023;
"""


@pytest.fixture
def draft(tmp_path):
    def make(text, name="found.csv", **keys):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        names, spoken = {"en": "Pact", "ar": "حلف"}, ("en", "ar")
        wish = Wish(path, names, spoken, "Secretariat", date(2026, 3, 1), keys)
        return draft_data_set(wish, REGISTER)

    return make


def events_of(drafted):
    return [(e.date.text, e.headline["en"]) for e in drafted.dataset.events]


def test_joins_and_exits_become_headlines_and_those_that_left_are_shown(draft):
    found = draft("Country,Joined,Left\nMali,1975,2025-01-29\nNiger,1975,2025-01-29\n")
    assert events_of(found) == [
        ("1975", "Mali and Niger join Pact"),
        ("2025-01-29", "Mali and Niger leave Pact"),
    ]
    left = [row for row in found.dataset.memberships if row.status == "former"]
    assert [(row.code, row.start.text) for row in left] == [
        ("MLI", "2025-01-29"),
        ("NER", "2025-01-29"),
    ]
    states = yaml.safe_load(found.files["maps/membership.yml"])["states"]
    assert [*states] == ["member", "former"]


def test_suspensions_and_returns_are_told_from_exits_and_joins(draft):
    found = draft(LEAGUE)
    assert found.remarks == (
        "ends: left (rows begin on the day that ends the row before)",
    )
    assert events_of(found) == [
        ("1945-03-22", "Egypt and Syria join Pact"),
        ("1979-03-26", "Egypt is suspended from Pact"),
        ("1989-05-23", "Egypt returns to Pact"),
        ("2011-11-16", "Syria is suspended from Pact"),
        ("2023-05-07", "Syria returns to Pact"),
    ]
    assert all(row.status != "former" for row in found.dataset.memberships)


def test_an_end_that_is_the_last_time_with_is_told_in_that_time(draft):
    found = draft("Country,Joined,Until\nGreece,1952,1974\nFrance,1949,1966-03\n")
    assert events_of(found)[-2:] == [
        ("1966-03", "France leaves Pact"),
        ("1974", "Greece leaves Pact"),
    ]


def test_a_status_that_is_not_known_is_named_as_in_the_sheet(draft):
    found = draft("Country,Since,Status\nMali,1975,Friend of the pact\n")
    (member, other, _) = yaml.safe_load(found.files["statuses.yml"])
    assert (member["id"], other["id"]) == ("member", "friend-of-the-pact")
    assert other["label"] == {"en": "Friend of the pact", "ar": "Friend of the pact"}


def test_what_is_wrong_is_placed_in_the_sheet(draft, tmp_path):
    with pytest.raises(DataError) as caught:
        draft("Country,Joined\nFrnace,1949\nMali,soon\n")
    where = [problem.where for problem in caught.value.problems]
    assert where == [f"{tmp_path.as_posix()}/found.csv:{line}" for line in (2, 3)]
