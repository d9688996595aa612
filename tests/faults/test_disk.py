"""An output that cannot be written: a clear word, and nothing is lost."""

import os
import shlex
import subprocess
import sys
import time

import pytest

import build
from csto_atlas.maps.output.errors import OutputError
from csto_atlas.maps.output.folder import LOCK
from csto_atlas.maps.output.lock import acquire_lock
from csto_atlas.maps.output.write import write
from tests.faults.folders import beside, command, contents, pages
from tests.faults.rounds import PROOF

FORMER = {"en/membership.html": "former", "en/other.html": "other"}
ONE_PAGE = ("--map", "membership", "--lang", "en")
# The last step of a build alone: enough to see what a disk does to it.
WRITE = """
import sys
from pathlib import Path
from csto_atlas.maps.output.errors import OutputError
from csto_atlas.maps.output.write import write
try:
    pages = {f"en/{n}.html": "new" * 1000 for n in range(200)}
    files = pages | {"en/membership.html": "new"}
    write(files, Path(sys.argv[1]), overwrite=True)
except OutputError as error:
    sys.exit(print(error, file=sys.stderr) or 3)
"""
READ = "print((Path(sys.argv[1]) / 'media' / 'thesis.txt').read_text())"
UNSHARE = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c"]


def can_mount():
    if sys.platform != "linux":
        return False
    try:
        tried = [*UNSHARE, "mount -t tmpfs -o size=1m none /mnt"]
        return subprocess.run(tried, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


needs_mounts = pytest.mark.skipif(not can_mount(), reason="may not mount anything")


def run_on_a_mount(folder, mounting, process):
    """Write to a file system of its own; at the end, print what is there."""
    script = f"""
        set -e; cd {shlex.quote(str(folder))}
        {mounting}
        cd {shlex.quote(str(build.ROOT))}
        code=0; {shlex.join([*process, str(folder / "disk" / "dist")])} || code=$?
        cd -; ls -A disk; head -c 100 disk/dist/en/membership.html
        exit $code
    """
    return subprocess.run([*UNSHARE, script], capture_output=True, text=True)


def printed(done):
    """Return what the script printed after it came back to the folder."""
    return done.stdout.partition("\n")[2]


def is_clear_word(error, *words):
    """Tell whether a build ended with one line, of these words."""
    *_, last = error.strip().splitlines()
    return "Traceback" not in error and all(word in last for word in words)


@needs_mounts
@pytest.mark.parametrize(
    ("process", "size"),
    [
        ([sys.executable, "-c", WRITE], "48k"),
        ([sys.executable, "-c", WRITE], "500k"),
        (command(*ONE_PAGE, "--overwrite", "--out"), "200k"),
    ],
    ids=["room for little", "room for most", "a whole build"],
)
def test_a_full_disk_is_a_clear_word_and_the_former_output_stays(
    tmp_path, process, size
):
    (tmp_path / "disk").mkdir()
    done = run_on_a_mount(
        tmp_path,
        f"""mount -t tmpfs -o size={size} none disk
        mkdir -p disk/dist/en; printf former > disk/dist/en/membership.html""",
        process,
    )
    assert done.returncode == 3, done.stderr
    assert is_clear_word(done.stderr, "not written, it is as it was", "No space left")
    assert printed(done) == "dist\nformer"


@needs_mounts
def test_a_read_only_disk_is_a_clear_word(tmp_path):
    (tmp_path / "disk").mkdir()
    done = run_on_a_mount(
        tmp_path,
        """mount -t tmpfs none disk
        mkdir -p disk/dist/en; printf former > disk/dist/en/membership.html
        mount -o remount,ro disk""",
        [sys.executable, "-c", WRITE],
    )
    assert done.returncode == 3, done.stderr
    assert is_clear_word(done.stderr, "not written", "Read-only file system")
    assert printed(done) == "dist\nformer"


@needs_mounts
def test_an_output_that_is_a_mount_is_filled(tmp_path):
    """As a volume of a container is: nothing can take its place."""
    (tmp_path / "disk" / "dist").mkdir(parents=True)
    done = run_on_a_mount(
        tmp_path,
        """mount -t tmpfs none disk/dist
        mkdir -p disk/dist/en; printf former > disk/dist/en/membership.html""",
        [sys.executable, "-c", WRITE],
    )
    assert done.returncode == 0, done.stderr
    assert printed(done) == "dist\nnew"


@needs_mounts
def test_an_output_in_a_lower_layer_of_an_overlay_is_filled(tmp_path):
    """As a folder is that an earlier step of a container's build has made."""
    done = run_on_a_mount(
        tmp_path,
        """mkdir disk; mount -t tmpfs none disk
        cd disk; mkdir -p lower/dist/en upper work top
        printf former > lower/dist/en/membership.html
        mount -t overlay -o lowerdir=lower,upperdir=upper,workdir=work,userxattr \\
          none top 2>/dev/null || { echo no overlay; exit 77; }
        cd ..; mount --bind disk/top disk""",
        [sys.executable, "-c", WRITE],
    )
    if done.returncode == 77:
        pytest.skip("may not mount an overlay")
    assert done.returncode == 0, done.stderr
    assert printed(done) == "dist\nnew"


@needs_mounts
@pytest.mark.parametrize("kind", ["--bind precious", "-t tmpfs none"])
def test_a_volume_inside_the_output_keeps_its_files(tmp_path, kind):
    (tmp_path / "precious").mkdir()
    done = run_on_a_mount(
        tmp_path,
        f"""mkdir -p disk/dist/media disk/dist/en
        printf former > disk/dist/en/membership.html
        mount {kind} disk/dist/media; printf mine > disk/dist/media/thesis.txt""",
        [sys.executable, "-c", f"{WRITE}\n{READ}"],
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("mine\n")
    assert done.stdout.endswith("dist\nnew")


@needs_mounts
def test_a_volume_where_pages_must_go_is_refused(tmp_path):
    (tmp_path / "precious").mkdir()
    done = run_on_a_mount(
        tmp_path,
        """mkdir -p disk/dist/en
        printf mine > precious/membership.html
        mount --bind precious disk/dist/en""",
        [sys.executable, "-c", WRITE],
    )
    assert done.returncode == 3, done.stderr
    assert is_clear_word(done.stderr, "dist/en", "is a mount point")
    assert (tmp_path / "precious" / "membership.html").read_text() == "mine"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_without_the_right_to_write_is_a_clear_word(tmp_path):
    out = tmp_path / "locked" / "dist"
    write(FORMER, out)
    kept = contents(out)
    out.parent.chmod(0o555)
    try:
        with pytest.raises(OutputError, match=r"not written.*Permission denied"):
            write({"en/membership.html": "new"}, out)
    finally:
        out.parent.chmod(0o755)
    assert contents(out) == kept


def test_an_output_under_a_file_is_a_clear_word(tmp_path):
    (tmp_path / "file").write_text("mine")
    with pytest.raises(OutputError, match="not written"):
        write(FORMER, tmp_path / "file" / "dist")
    assert (tmp_path / "file").read_text() == "mine"


@pytest.mark.skipif(sys.platform == "win32", reason="as POSIX does it")
def test_an_output_that_someone_is_in_is_filled_and_nobody_is_disturbed(tmp_path):
    out = tmp_path / "dist"
    write(FORMER, out)
    reader = subprocess.Popen(
        ["sh", "-c", "exec 3< en/membership.html; read go; cat <&3"],
        cwd=out, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    time.sleep(0.3)
    write({"en/membership.html": "new"}, out)
    assert reader.communicate("go\n")[0] == "former"
    assert contents(out)["en/membership.html"] == b"new"


def test_a_build_waits_for_one_that_writes(tmp_path):
    out = tmp_path / "dist"
    out.mkdir()
    with acquire_lock(out / LOCK, 1):
        second = subprocess.Popen([sys.executable, "-c", WRITE, out], cwd=build.ROOT)
        with pytest.raises(subprocess.TimeoutExpired):
            second.wait(1)
        assert pages(out) == {}
    assert second.wait(30) == 0
    assert len(pages(out)) == 201
    assert beside(out) == ["dist"]


@pytest.mark.skipif(not PROOF, reason="takes five seconds: make proof")
def test_two_builds_at_once_both_leave_their_pages(tmp_path):
    out = tmp_path / "dist"
    both = [
        subprocess.Popen(
            command("--map", "membership", "--lang", language, "--out", out),
            stderr=subprocess.DEVNULL,
        )
        for language in ("en", "ar")
    ]
    assert [process.wait(60) for process in both] == [0, 0]
    assert {"en/membership.html", "ar/membership.html"} <= contents(out).keys()
    assert beside(out) == ["dist"]
