"""Find WebKit for the tests of a second engine, or install it."""

import shutil
from pathlib import Path

from csto_atlas.maps.stills.raster.install import install

PACKAGES = ("webkit2gtk-driver", "xvfb")


def find_webkit():
    """Return the paths of WebKit's driver and of a browser for it, or None."""
    driver = shutil.which("WebKitWebDriver")
    browsers = sorted(Path("/usr").glob("lib*/**/webkit2gtk-4.*/MiniBrowser"))
    return (driver, str(browsers[-1])) if driver and browsers else None


def main():
    """Install what is missing; without it the tests of this engine are skipped."""
    if find_webkit() is None or not shutil.which("Xvfb"):
        install(PACKAGES)


if __name__ == "__main__":
    main()
