"""Find Firefox for the tests of a third engine, or install it."""

import shutil

from csto_atlas.maps.stills.raster.install import install

NAMES = ("firefox-esr", "firefox")


def find_firefox():
    """Return the path of a Firefox on this machine, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def main():
    """Install it if missing; without it the tests of this engine are skipped."""
    if find_firefox() is None:
        install(["firefox-esr"])


if __name__ == "__main__":
    main()
