"""Input that is meant to hurt ends with a clear word, in step with its length."""

import time

import pytest

from csto_atlas.events.sheets.grid import MOST_ROWS
from tests.faults.rounds import rounds


def read_in_step(folder, few, write):
    """Read a sheet and one four times as long; return the longer one.

    What looks at every pair of rows takes sixteen times as long, on any machine.
    """
    seconds = []
    for number in (few, 4 * few):
        text, start = write(number), time.process_time()
        read = folder.read(text)
        seconds.append(time.process_time() - start)
    assert seconds[1] < 9 * seconds[0]
    return read


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("Country,Joined\nFrance," + "9" * 10_000_000, "found.csv:2: a cell of more"),
        ("x" * 10_000_000, "found.csv:1: a cell of more than"),
        ('Country,Joined\n"' + "a,b\n" * 200_000, "found.csv:2: a cell of more than"),
        ("Country,Joined\n" + "," * 100_000, "found.csv:1: no membership below"),
        ("," * 100_000 + "\nFrance", "found.csv:2: no column for the country among"),
        ("Country,Joined\nFra\0nce,1949", "found.csv:1: null bytes"),
        ("Country,Joined\nFrance\u202e,19\x1b[31m49", "found.csv:2: control character"),
        ("Country,Joined\n" + "x" * 100_000 + ",1949", "found.csv:2: unknown country"),
        ("Country,Joined\nFrance," + "1" * 100_000, "found.csv:2: bad date '1111"),
        (
            "Country,Joined,Status\nMali,1949," + "y" * 999,
            "found.csv:2: unknown status",
        ),
    ],
)
def test_a_cell_or_a_line_without_end_is_refused(folder, text, problem) -> None:
    problems = folder.read(text).problems
    assert problems[0].startswith(problem)
    assert all(len(line) < 600 for line in problems)


@pytest.mark.slow
def test_thousands_of_unknown_names_are_counted(folder) -> None:
    def write(number):
        rows = "".join(f"Country {n},1949\n" for n in range(number))
        return f"Country,Joined\n{rows}"

    problems = read_in_step(folder, 5_000, write).problems
    assert len(problems) == 51
    assert problems[-1].startswith("found.csv:52: 19950 more things are wrong")


@pytest.mark.slow
def test_thousands_of_periods_of_one_country_are_refused(folder) -> None:
    def write(number):
        rows = "".join(
            f"France,{1600 + n // 360:04}-{n // 30 % 12 + 1:02}-{n % 28 + 1:02},\n"
            for n in range(number)
        )
        return f"Country,Joined,Until\n{rows}"

    problems = read_in_step(folder, 5_000, write).problems
    assert "FRA has more than 100 periods in nato" in problems[0]


@pytest.mark.slow
def test_very_many_rows_by_years_are_read(folder, countries) -> None:
    codes = list(countries.register)

    def write(number):
        years = range(2027 - number // len(codes), 2027)
        rows = "".join(f"{code},{year},1\n" for code in codes for year in years)
        return f"code,year,member\n{rows}"

    few = rounds(5_000, 25_000)
    read = read_in_step(folder, few, write)
    assert write(4 * few).count("\n") == 4 * few + 1 < MOST_ROWS
    assert read.problems == []
    assert len(read.rows) == len(codes)


def test_words_in_brackets_do_not_make_a_pattern_slow(folder) -> None:
    def write(number):
        text = "France" + " [a]" * number + "x"
        return f"Country,Joined\n{text},{text}\n"

    problems = read_in_step(folder, 5_000, write).problems
    assert problems[0].startswith("found.csv:2: unknown country")
