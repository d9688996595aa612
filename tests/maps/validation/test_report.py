from csto_atlas.events.errors import Problem
from csto_atlas.maps.validation.report import warn


def test_a_warning_says_where_it_is_and_that_it_is_one(capsys):
    warn([Problem("nato.csv:9", "the row 'Total' was left out", "rows of countries")])
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err == (
        "nato.csv:9: warning: the row 'Total' was left out; "
        "expected rows of countries\n"
    )
