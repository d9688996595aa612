"""Loading: the records, their lines, and every problem at once."""

from datetime import date

import pytest

from csto_atlas.events.dates import parse
from csto_atlas.events.load import load_dataset

OPTIONAL = [
    "areas.csv",
    "lines.csv",
    "deployments.csv",
    "movements.csv",
    "objects.csv",
    "claims.csv",
]
TABLES = ["memberships.csv", *OPTIONAL]


def test_a_correct_data_set_has_no_problem(folder) -> None:
    assert folder.problems() == []


def test_records_are_typed_and_know_their_lines(folder) -> None:
    dataset = folder.load()
    first, second = dataset.memberships
    assert first.start == parse("1992-05-15")
    assert first.period.end == second.period.start == date(1999, 4, 20)
    assert second.end is None
    assert first.basis == {"en": "Signed", "ar": "وقّعت"}
    assert first.sources == ("agency-1992", "daily")
    assert second.claims == ()
    assert [row.origin.line for row in dataset.memberships] == [2, 3]
    assert dataset.statuses[0].counts is True
    assert dataset.meta.as_of == date(2026, 3, 11)


@pytest.mark.parametrize("day", ["2026-03-11", '"2026-03-11"', "'2026-03-11'"])
def test_a_day_needs_no_quotes(folder, day) -> None:
    folder.replace("dataset.yml", '"2026-03-11"', day)
    assert folder.load().meta.as_of == date(2026, 3, 11)


@pytest.mark.parametrize(
    "day", ["0", "86400", "1773187200", "20260311", "2026-03-11T00:00:00", "2026-3-11"]
)
def test_a_number_or_a_time_is_no_day(folder, day) -> None:
    folder.replace("dataset.yml", '"2026-03-11"', day)
    what = f"bad as_of '{day}'; expected a day such as 2026-03-11"
    assert folder.problems() == [f"dataset.yml:2: {what}"]


def test_an_event_keeps_figures_and_the_line_of_each_part(folder) -> None:
    event = folder.load().events[0]
    assert event.rank == 1
    assert event.figures[0].by["en"] == "The agency"
    assert event.origin.at("title", "ar").endswith("events/acts.yml:11")
    assert event.origin.at("figures", 0, "claims").endswith("events/acts.yml:17")


def test_a_request_and_the_number_of_a_figure_are_typed(folder) -> None:
    event = folder.load().events[1]
    assert event.other_places == ("airfield",)
    (figure,) = event.figures
    assert (figure.measure, figure.side, figure.best) == ("troops", "ARM", True)
    assert (figure.low, figure.high) == (100, 150)
    assert event.request is not None
    assert event.request.to == ("AZE", "pact")
    assert (event.request.made, event.request.troops) == (True, True)
    assert event.request.article == 4
    assert event.request.answered == parse("2001-01-06")


def test_what_a_record_leaves_out_is_none_or_empty(folder) -> None:
    event = folder.load().events[0]
    assert (event.other_places, event.request) == ((), None)
    (figure,) = event.figures
    assert (figure.measure, figure.side, figure.low, figure.high) == (None,) * 4
    assert figure.best is False
    assert not any(status.protected for status in folder.load().statuses)


def test_contingents_are_read_with_their_ways_and_what_they_guard(folder) -> None:
    dataset = folder.load()
    assert [row.state for row in dataset.deployments] == ["arriving", "leaving"]
    (way,) = dataset.movements
    assert (way.direction, way.mode, way.note) == ("out", "air", None)
    assert way.via == ("airfield", "town")
    assert way.date == parse("2001-01-06")
    (thing,) = dataset.objects
    assert (thing.place, thing.guards, thing.end) == ("town", ("ARM",), None)


def test_lines_holders_and_the_rule_of_protection_are_read(folder) -> None:
    dataset = folder.load()
    assert dataset.lines[0].period.end == date(2020, 11, 10)
    assert dataset.areas[0].controller == {"en": "Hill people", "ar": "أهل التل"}
    assert dataset.meta.protection is not None
    assert dataset.meta.protection.sources == ("agency-1992",)
    assert len(dataset.terms) == 7


def test_an_object_without_place_and_guards_is_read(folder) -> None:
    folder.replace("objects.csv", "bridge,town,ARM", "bridge,,")
    (thing,) = folder.load().objects
    assert (thing.place, thing.guards) == (None, ())


def test_records_cannot_be_changed(folder) -> None:
    dataset = folder.load()
    with pytest.raises(ValueError, match="frozen"):
        dataset.meta.licence = "none"


@pytest.mark.parametrize("name", TABLES)
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_tables_from_a_spreadsheet_load_the_same_records(folder, name, end) -> None:
    plain = folder.load()
    rows = (folder.path / name).read_text(encoding="utf-8").splitlines()
    text = "".join(f"{row.replace(',', ' ;')};;{end}" for row in rows)
    folder.write(name, text.encode("utf-8-sig"))
    assert folder.load() == plain


def test_documents_with_other_line_ends_load_the_same_records(folder) -> None:
    plain = folder.load()
    for path in [*folder.path.glob("*.yml"), folder.path / "events" / "acts.yml"]:
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(text.encode("utf-8-sig"))
    assert folder.load() == plain


@pytest.mark.parametrize(
    "text",
    [
        "{{ 7*7 }}",
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "both ' and &quot; & more",
        "\u202ereversed\u202c \u2067isolated\u2069",
        "{% raw %}",
        "=HYPERLINK(1)",
    ],
)
def test_hostile_text_is_loaded_unchanged(folder, text: str) -> None:
    folder.replace(
        "events/acts.yml", "en: The treaty was signed.", f"en: |-\n      {text}"
    )
    folder.replace("memberships.csv", "Signed", text)
    dataset = folder.load()
    assert dataset.events[0].title["en"] == text
    assert dataset.memberships[0].basis["en"] == text
    assert folder.problems() == []


def test_events_are_read_from_all_files_in_order(folder) -> None:
    event = (folder.path / "events" / "acts.yml").read_text(encoding="utf-8")
    other = event.replace("treaty-signed", "first").partition("  figures")[0]
    folder.write("events/a.yml", f"{other}  sources: [daily]\n")
    assert [e.id for e in folder.load().events] == ["first", "treaty-signed", "call"]


def test_a_data_set_may_do_without_optional_tables_claims_and_events(folder) -> None:
    for name in OPTIONAL:
        (folder.path / name).unlink()
    for name in ("LEFT_OUT.md", "article.yml", "events/acts.yml", "events/calls.yml"):
        (folder.path / name).unlink()
    folder.replace("memberships.csv", ",claim-one", ",")
    assert folder.problems() == []


def test_broken_records_are_skipped_and_the_others_kept(folder) -> None:
    folder.replace("memberships.csv", "1999-04-20,,medium", "soon,,medium")
    dataset, problems = load_dataset(folder.path)
    assert dataset is not None
    assert [row.status for row in dataset.memberships] == ["member"]
    assert len(problems) == 1


def test_without_its_description_there_is_no_data_set(folder) -> None:
    (folder.path / "dataset.yml").unlink()
    folder.replace("sources.yml", "language: ar", "langage: ar")
    dataset, problems = load_dataset(folder.path)
    assert dataset is None
    assert [problem.what for problem in problems] == [
        "no such file or directory",
        "language is missing",
        "unknown field 'langage'",
    ]


def test_an_empty_folder_misses_every_required_file(tmp_path) -> None:
    _, problems = load_dataset(tmp_path)
    assert [problem.where.rpartition("/")[2] for problem in problems] == [
        "dataset.yml:1",
        "statuses.yml:1",
        "organisations.yml:1",
        "sources.yml:1",
        "memberships.csv:1",
    ]


def test_a_link_to_nowhere_is_told_and_not_taken_for_a_missing_file(folder) -> None:
    (folder.path / "lines.csv").unlink(missing_ok=True)
    (folder.path / "lines.csv").symlink_to("nowhere.csv")
    (told,) = folder.problems()
    assert told == (
        "lines.csv:1: a link to nowhere.csv; expected what it leads to, in its place"
    )
