"""Minify a script with the pinned esbuild."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from csto_atlas.maps.assets.vendor.npm import fetch_packages

PINS = Path(__file__).parent / "packages"
# Names of properties that begin with _ are the script's own business. Those that it
# also writes in quotes stay, and the one by which our scripts ask a layer for its map.
OWN_NAMES = ("--mangle-props=^_", "--reserve-props=^_(leaflet|map$)")
# Below what our own scripts ask of a browser: esbuild may write arrow functions.
TARGET = "es2018"


def minify(script: str, cache: Path) -> str:
    """Shorten a script, its local names and its private ones; top-level names stay.

    Parameters
    ----------
    script : str
        A classic script, not a module.
    cache : Path
        Folder that esbuild is, or will be, installed in.

    Returns
    -------
    str
        With a line end, and without comments.

    Raises
    ------
    NoPackagesError
        If esbuild cannot be installed.
    ValueError
        If the script is not valid JavaScript.
    """
    return _run(script, cache, "--minify", "--legal-comments=none", *OWN_NAMES)


def drop_unreachable(module: str, cache: Path) -> str:
    """Take out of a module what cannot be reached; its names stay.

    Parameters
    ----------
    module : str
        An ES module.
    cache : Path
        Folder that esbuild is, or will be, installed in.

    Returns
    -------
    str

    Raises
    ------
    NoPackagesError
        If esbuild cannot be installed.
    ValueError
        If the module is not valid JavaScript.
    """
    return _run(module, cache, "--minify-syntax", "--format=esm")


def _run(script: str, cache: Path, *options: str) -> str:
    folder = fetch_packages(PINS, cache) / ".bin"
    binary = shutil.which("esbuild", path=folder) or folder / "esbuild"
    command = [binary, f"--target={TARGET}", *options]
    done = subprocess.run(command, input=script.encode(), capture_output=True)
    if done.returncode:
        first, *_ = done.stderr.decode("utf-8", errors="replace").splitlines()
        raise ValueError(first)
    return done.stdout.decode("utf-8")
