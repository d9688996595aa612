import sys

import pytest

from tests.bench.process import BuildError, run

pytestmark = pytest.mark.slow  # starts processes


def test_a_process_is_measured_by_itself():
    ballast = b"x" * 400_000_000  # of the process that measures, not of the measured
    small = run(["-c", "print('{hello}')"], limit_s=30)
    large = run(["-c", "x = b'x' * 200_000_000"], limit_s=30)
    assert len(ballast) == 400_000_000
    assert small.megabytes < 100
    assert 180 < large.megabytes - small.megabytes < 220
    assert large.seconds > 0


def test_a_process_has_no_more_than_make_maps_sets_up():
    with pytest.raises(BuildError, match="import of pyarrow halted"):
        run(["-c", "import pyarrow"], limit_s=30)
    assert run(["-c", "import pyarrow"], limit_s=30, has_extras=True).seconds > 0


def test_a_process_that_fails_says_why():
    with pytest.raises(BuildError, match="not built: ValueError: no such map"):
        run(["-c", "raise ValueError('no such map')"], limit_s=30)


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
def test_a_process_that_takes_too_long_is_ended():
    with pytest.raises(BuildError, match="not built in 1 s"):
        run(["-c", "import time; time.sleep(60)"], limit_s=1)
