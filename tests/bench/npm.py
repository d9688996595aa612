"""Fetch the pinned npm packages that the other pages load from elsewhere."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import build

PINS = Path(__file__).parent / "packages"
FILES = ("package.json", "package-lock.json")
CACHE = build.ROOT / ".inputs" / "npm"
NEEDED = "npm is not installed (Debian: apt-get install npm)"


class NoPackagesError(Exception):
    """The packages are not there and cannot be had."""


def fetch_packages(cache: Path = CACHE) -> Path:
    """Install what is pinned, hashes checked, unless it is there already.

    Parameters
    ----------
    cache : Path
        A folder that git ignores.

    Returns
    -------
    Path
        The folder of the packages.

    Raises
    ------
    NoPackagesError
        If npm is missing or fails.
    """
    if not is_fresh(cache):
        npm = shutil.which("npm")
        if npm is None:
            raise NoPackagesError(NEEDED)
        cache.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copy(PINS / name, cache / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=cache, capture_output=True, text=True)
        if done.returncode:
            (cache / FILES[1]).unlink()  # so that the next run tries again
            raise NoPackagesError(f"npm ci failed: {done.stderr.strip()[-300:]}")
    return cache / "node_modules"


def is_fresh(cache: Path) -> bool:
    """Tell whether a folder holds what is pinned now."""
    lock = cache / FILES[1]
    return (
        (cache / "node_modules").is_dir()
        and lock.is_file()
        and lock.read_bytes() == (PINS / FILES[1]).read_bytes()
    )
