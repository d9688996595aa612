"""What many rows share is said once, and not everything is said."""

from csto_atlas.events.sheets.complaints import MOST, Complaints


def test_what_rows_share_is_said_once_with_their_number() -> None:
    wrong = Complaints("found.csv")
    for line in (2, 5, 9):
        wrong.add(line, "unknown country 'x'", "a name")
    wrong.add(3, "a row without a country", "its name")
    assert [str(problem) for problem in wrong.problems()] == [
        "found.csv:2: unknown country 'x' (and in 2 more rows); expected a name",
        "found.csv:3: a row without a country; expected its name",
    ]


def test_only_the_first_are_worded_and_the_rest_counted() -> None:
    asked = []

    def expected(n):
        return lambda: asked.append(n) or "a name"

    wrong = Complaints("found.csv")
    for n in range(MOST + 7):
        wrong.add(n + 2, f"unknown country '{n}'", expected(n))
    problems = [str(problem) for problem in wrong.problems()]
    assert len(problems) == MOST + 1
    assert asked == list(range(MOST))
    assert problems[-1] == (
        f"found.csv:{MOST + 2}: 7 more things are wrong; "
        "expected those above mended first"
    )
