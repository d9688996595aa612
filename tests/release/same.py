"""Compare what is built now with a commit: python -m tests.release.same REF.

Builds the default atlas and both examples at the commit, in a worktree of git in a
temporary folder, and in this tree, and lists the files that differ. Exit status 0 if
none does, 1 if any does, 2 if something could not be built.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.release.state import ask_git

ROOT = Path(__file__).parents[2]
PINS = Path("requirements") / "core.txt"
ATLASES = {
    "csto": [],
    "nato": ["--data", "examples/nato"],
    "gcc": ["--data", "examples/gcc"],
}
FOLDERS = ("events", "geodata", "maps")
# Stops if the environment has put other code before that of the working folder.
RUN_HERE = """
import runpy, sys
from pathlib import Path
from csto_atlas import maps
if Path(maps.__file__).parents[2] != Path.cwd():
    sys.exit(f"{maps.__file__} is not the code in {Path.cwd()}")
sys.argv[0] = "build.py"
runpy.run_path("build.py", run_name="__main__")
"""


class BuildError(Exception):
    """An atlas could not be built; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="tests.release.same", description=__doc__)
    parser.add_argument("ref", help="a commit, tag or branch")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        try:
            differ = compare(options.ref, Path(folder))
        except (BuildError, subprocess.CalledProcessError) as error:
            print(getattr(error, "stderr", None) or error, file=sys.stderr)
            return 2
    print(*differ, sep="\n", end="\n" if differ else "")
    count = len(differ)
    print(f"{count} files differ from {options.ref}" if count else "no file differs")
    return 1 if differ else 0


def compare(ref: str, folder: Path) -> list[str]:
    """Build all atlases at a commit and now; list the files that differ.

    Parameters
    ----------
    ref : str
    folder : Path
        For worktree, environments and outputs.

    Returns
    -------
    list of str
        ``csto/en/border.html: differs``, or ``is new``, or ``is gone``.
    """
    with check_out(ref, folder / "then") as then:
        python = make_environment(then, folder)
        for name, options in ATLASES.items():
            build_atlas(then, python, options, folder / "old" / name)
    for name, options in ATLASES.items():
        build_atlas(ROOT, Path(sys.executable), options, folder / "new" / name)
    return list_differences(folder / "old", folder / "new")


@contextmanager
def check_out(ref: str, folder: Path) -> Iterator[Path]:
    """Check out a commit into a worktree, and remove it at the end."""
    ask_git(ROOT, "worktree", "add", "--quiet", "--detach", str(folder), ref)
    try:
        yield folder
    finally:
        ask_git(ROOT, "worktree", "remove", "--force", str(folder))


def make_environment(tree: Path, folder: Path) -> Path:
    """Return the Python that builds a tree: this one, unless it has other pins."""
    pins = tree / PINS
    if pins.exists() and pins.read_bytes() == (ROOT / PINS).read_bytes():
        return Path(sys.executable)
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        _run([sys.executable, "-m", "venv", str(folder / "venv")], folder)
        install = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes"]
        _run([*install, "--requirement", str(pins)], folder)
    return python


def build_atlas(tree: Path, python: Path, options: Sequence[str], out: Path) -> None:
    """Build an atlas with the code and the data of a tree.

    The tree is linked under the import name that its modules have, and by the names
    that they had before there was a package: so its own code runs, whatever is
    installed.
    """
    place = out.parent / f"{out.name}.code"
    (place / "csto_atlas").mkdir(parents=True)
    for name in FOLDERS:
        (place / "csto_atlas" / name).symlink_to(tree / name)
    for name in (*FOLDERS, "examples", "build.py"):
        (place / name).symlink_to(tree / name)
    try:
        _run([str(python), "-c", RUN_HERE, *options, "--out", str(out)], place)
    finally:
        shutil.rmtree(place)


def _run(command: Sequence[str], folder: Path) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        raise BuildError(f"{' '.join(command[:3])}:\n{done.stderr[-2000:]}")


def list_differences(old: Path, new: Path) -> list[str]:
    """List the files that are in one folder only, or not the same in both."""
    before, after = _read(old), _read(new)
    said = dict.fromkeys(before.keys() - after.keys(), "is gone")
    said |= dict.fromkeys(after.keys() - before.keys(), "is new")
    said |= {
        name: "differs"
        for name in before.keys() & after.keys()
        if before[name] != after[name]
    }
    return [f"{name}: {said[name]}" for name in sorted(said)]


def _read(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
