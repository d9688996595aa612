"""Find a browser and fonts for pictures and tests, or install them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FAMILY = "Noto Sans Arabic"
FONTS = "fonts-noto-core"


def find_browser() -> str | None:
    """Return the path of a Chromium on this machine, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def has_fonts() -> bool:
    """Tell whether the pages' first Arabic font is there."""
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(["fc-list", FAMILY], capture_output=True, check=False)
    return bool(found.stdout)


def install(packages: Sequence[str]) -> bool:
    """Install by apt where we may; tell whether that worked."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return False
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "--quiet"], check=False, env=quiet)
    command = ["apt-get", "install", "--yes", "--quiet", *packages]
    return subprocess.run(command, check=False, env=quiet).returncode == 0


def main() -> None:
    """Install what is missing: by apt, else the browser that Playwright brings."""
    missing = [] if has_fonts() else [FONTS, "fontconfig"]
    if find_browser() is None:
        missing.append("chromium")
    if missing and not install(missing) and "chromium" in missing:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
