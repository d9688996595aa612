"""All rules together."""

from datetime import date

from csto_atlas.events.fields import Text
from csto_atlas.events.files.items import Origin
from csto_atlas.events.records import Dataset, Meta
from csto_atlas.events.rules.known_names import KnownNames
from csto_atlas.events.rules.validate import RULES, validate

TOGETHER = [
    ("dataset.yml", "organisation: pact", "organisation: pacte"),
    ("memberships.csv", "pact,ARM,lapsed", "pact,AMR,lapsed"),
    ("areas.csv", "disputed", "contested"),
    ("claims.csv", "claim-two,daily", "claim-two,weekly"),
    ("events/acts.yml", "rank: 1", "rank: one"),
    ("statuses.yml", "counts: false", "counts: perhaps"),
    ("sources.yml", "  language: ar\n", "  language: ar\n  url: https://a.example\n"),
    ("LEFT_OUT.md", "claim-four", "claim-one` | is data |\n| `claim-four"),
]


def test_all_problems_are_reported_at_once(folder) -> None:
    for change in TOGETHER:
        folder.replace(*change)
    found = [problem.split(";")[0] for problem in folder.problems()]
    assert found == [
        "statuses.yml:11: bad counts 'perhaps'",
        "areas.csv:2: unknown status 'contested'",
        "events/acts.yml:6: bad rank 'one'",
        "LEFT_OUT.md:5: claim 'claim-one' is in a second place",
        "claims.csv:3: unknown source 'weekly'",
        "dataset.yml:4: unknown organisation 'pacte'",
        "memberships.csv:3: unknown code 'AMR'",
        "sources.yml:13: source 'daily' links to a copy, as it says itself",
    ]


def test_problems_are_in_the_order_of_lines(folder) -> None:
    names = ("one", "two", "three", "four", *range(9))
    rows = "".join(f"claim-{name},daily,said\n" for name in names)
    folder.write("claims.csv", f"claim,article,summary\n{rows}")
    lines = [problem.split(":")[1] for problem in folder.problems()]
    assert lines == [str(n) for n in range(6, 15)]


def test_every_rule_says_what_it_reports() -> None:
    assert len(set(RULES)) == len(RULES)
    assert all((rule.__doc__ or "").startswith("Report ") for rule in RULES)


def test_a_data_set_without_rows_breaks_only_the_rule_of_its_organisation() -> None:
    title: Text = {"en": "Nothing"}
    meta = Meta(
        origin=Origin("dataset.yml", 1),
        title=title,
        as_of=date(2026, 3, 11),
        languages=("en",),
        organisation="pact",
        licence="CC BY 4.0",
    )
    problems = validate(Dataset(meta=meta), KnownNames())
    assert [problem.what for problem in problems] == ["unknown organisation 'pact'"]


def test_nobody_is_told_more_than_a_thousand_problems(folder) -> None:
    row = "pact,ARM,member,1992-05-15,,low,a,ب,daily,\n"
    text = (folder.path / "memberships.csv").read_text(encoding="utf-8")
    folder.write("memberships.csv", text + row * 5000)
    found = folder.problems()
    assert len(found) == 1001
    assert found[-1].endswith(
        "more than 1000 problems; expected these to be mended first"
    )
