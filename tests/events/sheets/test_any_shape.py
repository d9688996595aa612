"""Any memberships, in any shape, language and encoding, read back to the same."""

import csv
from dataclasses import dataclass
from io import StringIO

import pytest
from babel import Locale
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.events.sheets.conftest import REGISTER, Folder
from tests.faults.rounds import rounds

pytestmark = pytest.mark.slow  # many tables

FIRST, LAST = 2010, 2026  # the data set speaks of 2026
WORDS = ("country", "start", "end", "still")
LANGUAGES = {
    language: dict(zip(WORDS, words, strict=True))
    for language, words in {
        "en": ("Country", "Joined", "Until", "present"),
        "ar": ("الدولة", "سنة الانضمام", "حتى", "الآن"),
        "ru": ("Страна", "Год вступления", "по", "н.в."),
        "fr": ("Pays", "Adhésion", "Fin", "à ce jour"),
    }.items()
}
ENCODINGS = {
    language: ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", page]
    for language, page in (
        *(("en", "windows-1252"), ("fr", "windows-1252")),
        *(("ar", "windows-1256"), ("ru", "windows-1251")),
    )
}
CODES = sorted({"FRA", "DEU", "GRC", "TUR", "EGY", "CIV", "KOR", "PRK", "COG", "COD"})
Terms = dict[str, list[tuple[int, int]]]


@st.composite
def memberships(draw) -> Terms:
    """Draw spans of years, the last included, with a year between any two."""
    terms: Terms = {}
    for code in draw(st.lists(st.sampled_from(CODES), min_size=1, unique=True)):
        years = draw(st.sets(st.integers(FIRST, LAST), min_size=1))
        for year in sorted(years):
            own = terms.setdefault(code, [])
            if own and own[-1][1] == year - 1:
                own[-1] = (own[-1][0], year)
            else:
                own.append((year, year))
    return terms


@dataclass(frozen=True)
class Writing:
    """How a table is written: its language, names, digits, lines and bytes."""

    language: str
    by: str
    delimiter: str
    line_end: str
    encoding: str
    still: str

    def country(self, code: str) -> str:
        """Return what a row calls a country."""
        if self.by == "alpha-3":
            return code
        if self.by == "alpha-2":
            return REGISTER[code]
        return Locale.parse(self.language).territories[REGISTER[code]]

    def encode(self, rows: list[list[str]]) -> bytes:
        """Return the table as a file."""
        stream = StringIO(newline="")
        writer = csv.writer(
            stream, delimiter=self.delimiter, lineterminator=self.line_end
        )
        writer.writerows(rows)
        return stream.getvalue().encode(self.encoding)


@st.composite
def writings(draw) -> Writing:
    language = draw(st.sampled_from(sorted(LANGUAGES)))
    return Writing(
        language=language,
        by=draw(st.sampled_from(["alpha-3", "alpha-2", "name"])),
        delimiter=draw(st.sampled_from([",", ";", "\t", "|"])),
        line_end=draw(st.sampled_from(["\n", "\r\n", "\r"])),
        encoding=draw(st.sampled_from(ENCODINGS[language])),
        still=draw(st.sampled_from(["", "9999", "-", LANGUAGES[language]["still"]])),
    )


def long_rows(terms: Terms, how: Writing) -> list[list[str]]:
    words = LANGUAGES[how.language]
    return [
        [words["country"], words["start"], words["end"]],
        *(
            [how.country(code), str(first), how.still if last == LAST else str(last)]
            for code, own in terms.items()
            for first, last in own
        ),
    ]


def wide_rows(terms: Terms, how: Writing) -> list[list[str]]:
    years = range(FIRST, LAST + 1)
    return [
        [LANGUAGES[how.language]["country"], *map(str, years)],
        *(
            [how.country(code), *(str(int(_holds(own, year))) for year in years)]
            for code, own in terms.items()
        ),
    ]


def state_rows(terms: Terms, how: Writing) -> list[list[str]]:
    return [
        [LANGUAGES[how.language]["country"], "year", "member"],
        *(
            [how.country(code), str(year), "x" if _holds(own, year) else ""]
            for code, own in terms.items()
            for year in range(FIRST, LAST + 1)
        ),
    ]


def period_rows(terms: Terms, how: Writing) -> list[list[str]]:
    return [
        [LANGUAGES[how.language]["country"], "NATO", "EU"],
        *(
            [
                how.country(code),
                "; ".join(
                    f"{first}-{how.still if last == LAST else last}"
                    for first, last in own
                ),
                "",
            ]
            for code, own in terms.items()
        ),
    ]


def _holds(own: list[tuple[int, int]], year: int) -> bool:
    return any(first <= year <= last for first, last in own)


def _is_in_doubt(how: Writing, data: bytes) -> bool:
    """Return whether a code page must be named: nothing in the table shows it."""
    return how.encoding.startswith("windows") and not data.isascii()


@pytest.mark.parametrize("rows", [long_rows, wide_rows, state_rows, period_rows])
@settings(
    deadline=None,
    max_examples=rounds(25, 100),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(terms=memberships(), how=writings())
def test_a_table_reads_back_to_the_same_intervals(tmp_path, rows, terms, how) -> None:
    table = rows(terms, how)
    data = how.encode(table)
    options = {"encoding": how.encoding} if _is_in_doubt(how, data) else {}
    read = Folder(tmp_path).read(data, **options)
    assert (read.problems, read.warnings) == ([], [])
    expected = [
        ("nato", code, "member", str(first), "" if last == LAST else str(last + 1))
        for code, own in terms.items()
        for first, last in own
    ]
    assert sorted(read.rows) == sorted(expected)


@settings(
    deadline=None,
    max_examples=rounds(25, 100),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@example(data=b"|")
@given(data=st.binary(max_size=300) | st.text(max_size=300).map(str.encode))
def test_any_bytes_are_read_or_refused_with_a_word(tmp_path, data) -> None:
    read = Folder(tmp_path).read(data)
    assert read.problems or read.rows


@settings(
    deadline=None,
    max_examples=rounds(50, 200),
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    rows=st.lists(
        st.lists(
            st.sampled_from(
                [
                    *("Country", "Joined", "Until", "NATO", "2025", "2026", "member"),
                    *("France", "KOR", "Korea", "1949", "9999", "24/08/1949", "x", ""),
                    *("year", "status", "#country", "#date+start", "Total", "-", '"'),
                ]
            ),
            max_size=5,
        ),
        max_size=6,
    )
)
def test_no_table_breaks_the_reader(tmp_path, rows) -> None:
    read = Folder(tmp_path).read("\n".join(",".join(row) for row in rows))
    assert read.problems or read.rows
