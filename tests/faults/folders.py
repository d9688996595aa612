"""What is in a folder, and beside it."""

import os
import subprocess
import sys

import build


def contents(folder):
    """Return the bytes of every file by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(files)
    }


def pages(folder):
    """Return the bytes of what a build made for readers: all but its own notes."""
    found = contents(folder).items()
    return {path: data for path, data in found if not path.startswith(".atlas")}


def beside(out):
    """Return the names of all that is in the folder of an output."""
    return sorted(path.name for path in out.parent.iterdir())


def command(*arguments):
    return [sys.executable, str(build.ROOT / "build.py"), *map(str, arguments)]


def run_build(*arguments, env=None, **options):
    """Run a build in a process of its own."""
    return subprocess.run(
        command(*arguments),
        capture_output=True,
        text=True,
        env={**os.environ, **(env or {})},
        **options,
    )
