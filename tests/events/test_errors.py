"""Problems and the error that carries them."""

from csto_atlas.events.errors import DataError, Problem


def test_an_error_has_a_line_for_each_problem() -> None:
    one = Problem("a.csv:2", "no code", "a code")
    two = Problem("b.yml:9", "no title", "a title")
    error = DataError([one, two])
    assert error.problems == (one, two)
    assert str(error) == (
        "a.csv:2: no code; expected a code\nb.yml:9: no title; expected a title"
    )


def test_what_is_quoted_cannot_break_the_line_or_steer_the_terminal() -> None:
    problem = Problem("a.csv:2", "bad date 'عام\n\x1b[31m\u202e'", "a date")
    assert str(problem) == (r"a.csv:2: bad date 'عام\n\x1b[31m\u202e'; expected a date")
