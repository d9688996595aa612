"""Find a browser for the tests, or install one."""

import os
import shutil
import subprocess
import sys

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FONTS = "fonts-noto-core"


def find_browser():
    """Return the path of a Chromium on this machine, or None."""
    return next(filter(None, map(shutil.which, NAMES)), None)


def install():
    """Install Chromium: by apt where we may, else the one Playwright brings."""
    may_apt = shutil.which("apt-get") and os.geteuid() == 0
    if may_apt:
        quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run(["apt-get", "update", "--quiet"], check=False, env=quiet)
        command = ["apt-get", "install", "--yes", "--quiet", "chromium", FONTS]
        if subprocess.run(command, check=False, env=quiet).returncode == 0:
            return
    subprocess.run(
        [sys.executable, "-m", "playwright", "install", "chromium"], check=True
    )


if __name__ == "__main__":
    if find_browser() is None:
        install()
