"""Packages of the distribution: the three folders, under one import name.

pyproject.toml can name a folder for a package, but cannot find packages under a prefix.
"""

from setuptools import find_packages, setup

ROOMS = ("events", "geodata", "maps")
NAME = "csto_atlas"

setup(
    packages=[
        f"{NAME}.{name}"
        for room in ROOMS
        for name in (room, *(f"{room}.{part}" for part in find_packages(room)))
    ],
    package_dir={f"{NAME}.{room}": room for room in ROOMS},
)
