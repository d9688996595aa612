"""Install pinned npm packages into a folder that git ignores."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

FILES = ("package.json", "package-lock.json")
NEEDED = "npm is not installed (Debian: apt-get install npm)"


class NoPackagesError(Exception):
    """The packages are not installed and cannot be installed."""


def fetch_packages(pins: Path, cache: Path) -> Path:
    """Install what is pinned, hashes checked, unless it is there already.

    Parameters
    ----------
    pins : Path
        Folder of `package.json` and `package-lock.json`.
    cache : Path
        Folder to install into; made if it does not exist.

    Returns
    -------
    Path
        The folder of the packages.

    Raises
    ------
    NoPackagesError
        If npm is missing or fails.
    """
    if not is_fresh(pins, cache):
        npm = shutil.which("npm")
        if npm is None:
            raise NoPackagesError(NEEDED)
        cache.mkdir(parents=True, exist_ok=True)
        for name in FILES:
            shutil.copy(pins / name, cache / name)
        command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
        done = subprocess.run(command, cwd=cache, capture_output=True, text=True)
        if done.returncode:
            (cache / FILES[1]).unlink()  # so that the next run tries again
            raise NoPackagesError(f"npm ci failed: {done.stderr.strip()[-300:]}")
    return cache / "node_modules"


def is_fresh(pins: Path, cache: Path) -> bool:
    """Tell whether a folder holds what is pinned now."""
    lock = cache / FILES[1]
    return (
        (cache / "node_modules").is_dir()
        and lock.is_file()
        and lock.read_bytes() == (pins / FILES[1]).read_bytes()
    )
