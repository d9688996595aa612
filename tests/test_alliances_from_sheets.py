"""Six alliances, each made from its list alone: states, headlines, pages."""

from datetime import date

import pytest

import build
from csto_atlas.events.dates import contains
from csto_atlas.events.drafts.draft import draft_data_set
from csto_atlas.events.drafts.wish import Wish
from tests.events.sheets.conftest import REGISTER
from tests.faults.rounds import rounds
from tests.made.alliances import ALLIANCES, write_list

AS_OF = date(2025, 12, 31)


@pytest.fixture
def drafted(tmp_path):
    """Return a function that drafts the data set of an alliance."""

    def draft(name):
        languages = ALLIANCES[name][2]
        names = dict.fromkeys(languages, name.upper())
        wish = Wish(write_list(name, tmp_path), names, languages, "Secretariat", AS_OF)
        return draft_data_set(wish, REGISTER)

    return draft


@pytest.mark.parametrize("name", ALLIANCES)
def test_the_members_of_every_year_are_those_of_the_record(drafted, name):
    draft = drafted(name)
    expected = ALLIANCES[name][3]
    found = {
        year: sum(
            contains(row.period, date(year, 12, 31))
            for row in draft.dataset.memberships
            if row.status == "member"
        )
        for year in expected
    }
    assert found == expected


@pytest.mark.parametrize("name", [name for name in ALLIANCES if ALLIANCES[name][4]])
def test_the_last_headline_tells_the_last_change(drafted, name):
    events = sorted(drafted(name).dataset.events, key=lambda event: event.date.start)
    assert events[-1].headline["en"] == ALLIANCES[name][4]


@pytest.mark.build
@pytest.mark.slow
@pytest.mark.parametrize("name", rounds(["league"], [*ALLIANCES]))
def test_one_command_makes_the_pages(tmp_path, capsys, name):
    languages = ALLIANCES[name][2]
    sheet, folder = write_list(name, tmp_path), tmp_path / "data"
    words = ["--name", name.upper(), "--source", "Secretariat", "--as-of", "2025-12-31"]
    words += ["--lang", *languages]
    assert build.main(["new", str(folder), "--sheet", str(sheet), *words]) == 0
    for language in languages:
        page = folder / "dist" / language / "membership.html"
        text = page.read_text(encoding="utf-8")
        assert f'<html lang="{language}"' in text
    if headline := ALLIANCES[name][4]:
        assert headline in (folder / "dist" / "data" / "events.csv").read_text("utf-8")
    assert build.main(["check", "--strict", "--data", str(folder)]) == 0
