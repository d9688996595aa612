"""Whenever a build is killed, its output is a complete one."""

import subprocess
import sys
import time

import pytest

import build
from csto_atlas.maps.output.write import write
from tests.faults.folders import beside, command, contents, run_build
from tests.faults.rounds import dice, rounds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")

# Two outputs of many files in turn, for as long as nobody ends it.
WRITER = """
import itertools, sys
from pathlib import Path
from csto_atlas.maps.output import write as output
if sys.argv[2] == "two steps":
    output.swap = lambda one, other: False
files = {f"{n % 9}/{n}.html": "" for n in range(300)}
for number in itertools.count():
    output.write(dict.fromkeys(files, f"{number}\\n" * 500), Path(sys.argv[1]))
    print(number, flush=True)
"""


def kill_writer(out, way, seconds):
    """Start a writer, kill it so many seconds after its first output was written."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, out, way], stdout=subprocess.PIPE, cwd=build.ROOT
    )
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    last = process.communicate()[0].split()
    return int(last[-1]) if last else 0


@pytest.mark.parametrize("number", range(rounds(2, 50)))
def test_a_writer_killed_at_any_moment_leaves_one_whole_output(tmp_path, number):
    out = tmp_path / "dist"
    last = kill_writer(out, "one step", dice(f"kill {number}").uniform(0, 0.4))
    found = contents(out)
    assert len(found) == 300
    assert len(set(found.values())) == 1
    shown = int(found["0/0.html"].split(maxsplit=1)[0])
    assert last <= shown <= last + 1
    write({"more.html": "more"}, out)
    assert contents(out) == {**found, "more.html": b"more"}
    assert beside(out) == ["dist"]


@pytest.mark.parametrize("number", range(rounds(3, 50)))
def test_where_folders_cannot_change_places_the_next_build_puts_it_back(
    tmp_path, number
):
    out = tmp_path / "dist"
    last = kill_writer(out, "two steps", dice(f"steps {number}").uniform(0, 0.4))
    write({"more.html": "more"}, out)
    found = contents(out)
    assert found.pop("more.html") == b"more"
    assert len(found) == 300
    assert len(set(found.values())) == 1
    assert last <= int(found["0/0.html"].split(maxsplit=1)[0]) <= last + 1
    assert beside(out) == ["dist"]


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return a whole new output, and the seconds that building it takes."""
    out = tmp_path_factory.mktemp("whole") / "dist"
    start = time.monotonic()
    done = run_build("--map", "membership", "--lang", "en", "--out", out)
    assert done.returncode == 0, done.stderr
    return contents(out), time.monotonic() - start


@pytest.mark.parametrize("number", range(rounds(1, 50)))
def test_a_build_killed_at_any_moment_leaves_the_former_or_the_new_output(
    tmp_path, whole, number
):
    new, seconds = whole
    out = tmp_path / "dist"
    former = dict.fromkeys((*new, "mine.txt"), "former")
    write(former, out)
    kept = contents(out)
    process = subprocess.Popen(
        command("--map", "membership", "--lang", "en", "--out", out),
        stderr=subprocess.DEVNULL,
    )
    # The end of a build is when it writes: half of the kills are there.
    first = 0.0 if number % 2 else 0.8 * seconds
    time.sleep(dice(f"build {number}").uniform(first, 1.1 * seconds))
    process.kill()
    process.wait()
    assert contents(out) in (kept, {**kept, **new})
