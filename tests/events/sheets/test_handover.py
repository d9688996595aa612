"""An end that is the day of the next row is the first day without."""

TABLE = """\
Country,Status,From,Until
Egypt,member,1949,1979-03-26
Egypt,observer,1979-03-26,1989-05-23
Egypt,member,1989-05-23,
"""


def test_rows_that_share_only_a_day_are_told_of_the_cure(folder) -> None:
    assert folder.read(TABLE).problems == [
        "found.csv:3: EGY is 'observer' from 1979-03-26, the end of its row on line 2 "
        "(and 1 more such); expected in dataset.yml 'ends: left' if an end is the "
        "first day without, or an end before it"
    ]
    assert len(folder.read(TABLE, ends="left").rows) == 3


def test_rows_that_share_more_are_not(folder) -> None:
    read = folder.read(TABLE.replace("1979-03-26\n", "1980-03-26\n"))
    assert "expected the earlier row to end by 1979-03-26" in read.problems[0]
