"""Fetch the pinned npm packages that the other pages load from elsewhere."""

from __future__ import annotations

from pathlib import Path

import build
from csto_atlas.maps.assets.vendor.npm import NoPackagesError, fetch_packages

__all__ = ["CACHE", "PINS", "NoPackagesError", "fetch_packages"]

PINS = Path(__file__).parent / "packages"
CACHE = build.ROOT / ".inputs" / "npm"
