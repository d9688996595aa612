"""Whenever a build is killed, its output is a complete one."""

import subprocess
import sys
import time

import pytest

import build
from csto_atlas.maps.output.write import write
from tests.faults.folders import beside, command, pages, run_build
from tests.faults.rounds import dice, rounds

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kills as POSIX does")

# Two outputs of many files in turn, for as long as nobody ends it.
WRITER = """
import itertools, sys
from pathlib import Path
from csto_atlas.maps.output.write import write
files = {f"{n % 9}/{n}.html": "" for n in range(300)}
for number in itertools.count():
    write(dict.fromkeys(files, f"{number}\\n" * 500), Path(sys.argv[1]))
    print(number, flush=True)
"""
MOUNT = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]


def kill_writer(out, seconds):
    """Start a writer, kill it so many seconds after its first output was written."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, out], stdout=subprocess.PIPE, cwd=build.ROOT
    )
    process.stdout.readline()
    time.sleep(seconds)
    process.kill()
    last = process.communicate()[0].split()
    return int(last[-1]) if last else 0


@pytest.mark.parametrize("number", range(rounds(3, 50)))
def test_the_build_after_a_kill_finds_or_makes_one_whole_output(tmp_path, number):
    out = tmp_path / "dist"
    last = kill_writer(out, dice(f"kill {number}").uniform(0, 0.4))
    write({"more.html": "more"}, out)
    found = pages(out)
    assert found.pop("more.html") == b"more"
    assert len(found) == 300
    assert len(set(found.values())) == 1
    assert last <= int(found["0/0.html"].split(maxsplit=1)[0]) <= last + 1
    assert beside(out) == ["dist"]


@pytest.mark.parametrize("number", range(rounds(1, 50)))
def test_on_a_volume_too_the_next_build_makes_one_whole_output(tmp_path, number):
    """Kills a writer whose output is a mount point, then writes once more."""
    (tmp_path / "dist").mkdir()
    (tmp_path / "writer.py").write_text(WRITER)
    seconds = dice(f"volume {number}").uniform(0.6, 1.4)
    more = "import sys; from pathlib import Path\n"
    more += "from csto_atlas.maps.output.write import write\n"
    more += "write({'more.html': 'more'}, Path(sys.argv[1]))"
    script = f"""
        mount -t tmpfs none {tmp_path}/dist || exit 77
        timeout -s KILL {seconds} {sys.executable} {tmp_path}/writer.py {tmp_path}/dist
        {sys.executable} -c "{more}" {tmp_path}/dist
        cp -r {tmp_path}/dist {tmp_path}/seen
    """
    done = subprocess.run([*MOUNT, script], capture_output=True, cwd=build.ROOT)
    if done.returncode == 77:
        pytest.skip("may not mount anything")
    found = pages(tmp_path / "seen")
    assert found.pop("more.html") == b"more"
    assert len(set(found.values())) == (1 if found else 0)
    assert len(found) in (0, 300)


@pytest.fixture(scope="module")
def whole(tmp_path_factory):
    """Return a whole new output, and the seconds that building it takes."""
    out = tmp_path_factory.mktemp("whole") / "dist"
    start = time.monotonic()
    done = run_build("--map", "membership", "--lang", "en", "--out", out)
    assert done.returncode == 0, done.stderr
    return pages(out), time.monotonic() - start


@pytest.mark.parametrize("number", range(rounds(1, 50)))
def test_a_build_killed_at_any_moment_leaves_the_former_or_the_new_output(
    tmp_path, whole, number
):
    new, seconds = whole
    out = tmp_path / "dist"
    former = dict.fromkeys((*new, "ru/other.html"), "former")
    write(former, out)
    kept = pages(out)
    process = subprocess.Popen(
        command("--map", "membership", "--lang", "en", "--out", out),
        stderr=subprocess.DEVNULL,
    )
    # The end of a build is when it writes: half of the kills are there.
    first = 0.0 if number % 2 else 0.8 * seconds
    time.sleep(dice(f"build {number}").uniform(first, 1.1 * seconds))
    process.kill()
    process.wait()
    write({"more.html": "more"}, out)  # finishes or undoes what is half done
    found = pages(out)
    assert found.pop("more.html") == b"more"
    assert found in (kept, {**kept, **new})
