import pytest

from tests.conftest import rank_needs


@pytest.mark.parametrize(
    ("needs", "rank"),
    [
        ({"example", "atlas", "browser"}, 0),
        ({"slow", "tmp_path"}, 1),
        ({"slow", "atlas"}, 2),
        ({"tmp_path"}, 3),
    ],
)
def test_files_that_take_long_begin_first(needs, rank):
    assert rank_needs(needs) == rank
