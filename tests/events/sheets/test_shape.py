"""Which column holds what, by its name, its tag or what dataset.yml says."""

import pytest

from csto_atlas.events.sheet_record import Sheet
from csto_atlas.events.sheets.shape import find_shape, read_sheet_header
from csto_atlas.events.sheets.words import _HEADERS, HEADERS
from csto_atlas.events.spelling.fold import fold

ORGANISATIONS = {fold("NATO"): "nato", fold("European Union"): "eu"}


def find(cells, tags=(), **said):
    sheet = Sheet(file="found.csv", sources=("depositary",), **said)
    header = read_sheet_header(cells, tags, sheet, ORGANISATIONS)
    assert header.is_known
    return find_shape(header, sheet, "found.csv:1")


@pytest.mark.parametrize(
    ("cells", "columns"),
    [
        (("country", "start", "end"), {"start": 1, "end": 2}),
        (("Member State", "Date of accession"), {"start": 1}),
        (("iso3", "from", "to", "status"), {"start": 1, "end": 2, "status": 3}),
        (("CODE", "Year joined", "Left"), {"start": 1, "end": 2}),
        (("Country", "organization", "since"), {"organisation": 1, "start": 2}),
        (("الدولة", "تاريخ الانضمام", "حتى"), {"start": 1, "end": 2}),
        (("البلد", "منذ", "إلى", "الوضع"), {"start": 1, "end": 2, "status": 3}),
        (("Страна", "Год вступления", "Дата выхода"), {"start": 1, "end": 2}),
        (("Государство", "с", "по", "Статус"), {"start": 1, "end": 2, "status": 3}),
        (("Pays", "Date d’adhésion", "Retrait"), {"start": 1, "end": 2}),
        (("État", "Depuis", "Jusqu’à", "Statut"), {"start": 1, "end": 2, "status": 3}),
        (("Member", "Joined"), {"start": 1}),
        (("name", "member since"), {"start": 1}),
        (("country", "years of membership"), {"period": 1}),
        (("country", "start", "basis_en", "basis_ar"), {"start": 1}),
    ],
)
def test_columns_are_known_by_their_names(cells, columns) -> None:
    shape, problems = find(cells)
    assert problems == []
    assert shape.kind == "terms"
    assert shape.countries == (0,)
    found = {k: n for k, n in shape.columns.items() if not k.startswith("basis")}
    assert found == columns
    assert shape.unread == {}


def test_texts_have_a_column_for_each_language() -> None:
    shape, _ = find(("country", "start", "basis_en", "basis_ar"))
    assert (shape.columns["basis_en"], shape.columns["basis_ar"]) == (2, 3)


def test_a_code_goes_before_a_name() -> None:
    shape, _ = find(("Country", "ISO3", "Name", "Joined"))
    assert shape.countries == (1, 0)
    assert [*shape.unread.values()] == ["Name"]


@pytest.mark.parametrize("form", ["{}", "y{}", "X{}", "year_{}", "yr{}", "{}.0"])
def test_columns_of_years_make_a_wide_table(form) -> None:
    shape, _ = find(("country", *(form.format(year) for year in (1992, 1993))))
    assert (shape.kind, shape.many) == ("wide", {1: "1992", 2: "1993"})


def test_columns_of_organisations_make_another() -> None:
    shape, _ = find(("country", "NATO", "European Union"))
    assert (shape.kind, shape.many) == ("organisations", {1: "nato", 2: "eu"})


def test_a_year_and_whether_one_is_a_member_make_a_third() -> None:
    shape, _ = find(("state", "year", "member"))
    assert (shape.kind, shape.countries) == ("states", (0,))
    assert shape.columns == {"year": 1, "status": 2}


def test_years_and_organisations_do_not_mix() -> None:
    _, problems = find(("country", "NATO", "1992"))
    assert str(problems[0]) == (
        "found.csv:1: columns of years and of organisations in one sheet; "
        "expected one kind; the others under 'ignore:'"
    )
    shape, problems = find(("country", "NATO", "1992"), ignore=("NATO",))
    assert (shape.kind, problems) == ("wide", [])


def test_two_columns_for_one_thing_are_refused_unless_one_is_named() -> None:
    cells = ("country", "Joined", "Accession", "Until", "Left")
    _, problems = find(cells)
    assert [str(problem) for problem in problems] == [
        "found.csv:1: more than one column for start: 'Joined' and 'Accession'; "
        "expected 'columns: {start: ...}' in dataset.yml, the rest as 'ignore'",
        "found.csv:1: more than one column for end: 'Until' and 'Left'; "
        "expected 'columns: {end: ...}' in dataset.yml, the rest as 'ignore'",
    ]
    shape, problems = find(cells, ignore=("Joined", "Left"))
    assert (problems, shape.columns) == ([], {"start": 2, "end": 3})


@pytest.mark.parametrize(
    ("name", "ends"),
    [
        *(("End", "last"), ("Until", "last"), ("to", "last"), ("fin", "last")),
        *(("Left", "left"), ("Withdrawal", "left"), ("Дата выхода", "left")),
        *(("Retrait", "left"), ("تاريخ الانسحاب", "left"), ("по", "last")),
    ],
)
def test_the_name_of_a_column_says_what_an_end_means(name, ends) -> None:
    assert find(("country", "start", name))[0].ends == ends
    named = {"start": "start", "end": name}
    assert find(("country", "start", name), columns=named)[0].ends == ends
    assert find(("country", "start", name), ends="left")[0].ends == "left"


def test_what_dataset_yml_says_goes_before_the_names() -> None:
    columns = {"country": "Mitglied", "start": "Beitritt", "status": "Art"}
    shape, problems = find(("Code", "Mitglied", "Beitritt", "Art"), columns=columns)
    assert (shape.countries, shape.columns) == ((1,), {"start": 2, "status": 3})
    assert ([*shape.unread.values()], problems) == (["Code"], [])


def test_tags_go_before_the_names() -> None:
    tags = ("#country+name", "#country+code", "#date+start", "#date+end", "#status")
    shape, _ = find(("Mitglied", "Kürzel", "Beitritt", "Austritt", "Art"), tags)
    assert shape.countries == (1, 0)
    assert shape.columns == {"start": 2, "end": 3, "status": 4}


def test_columns_that_are_not_read_are_known() -> None:
    shape, _ = find(("country", "start", "Capital", "", "Area"), ignore=("area",))
    assert [*shape.unread.values()] == ["Capital"]


def test_times_that_another_column_tells_are_not_read() -> None:
    shape, _ = find(("country", "start", "end", "period", "year", "2024"))
    assert (shape.kind, shape.columns) == ("terms", {"start": 1, "end": 2})
    assert [*shape.unread.values()] == ["period", "year", "2024"]
    assert [*find(("country", "period", "end"))[0].unread.values()] == ["end"]
    assert [*find(("country", "year", "until"))[0].unread.values()] == ["until"]


def test_no_word_names_two_kinds_of_column() -> None:
    kinds: dict[str, set[str]] = {}
    for role, words in _HEADERS.items():
        for word in words.split():
            kinds.setdefault(fold(word), set()).add(role)
    assert {word: roles for word, roles in kinds.items() if len(roles) > 1} == {}
    assert "" not in HEADERS
