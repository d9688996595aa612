"""Outlines of all symbols: SVG path data centred on (0, 0), in pixels."""

from __future__ import annotations

from collections.abc import Mapping

from csto_atlas.events.fields import EventKind

EVENTS: Mapping[EventKind, str] = {
    "act": "M-5-5H5V5H-5z",
    "summit": "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z",
    "exercise": "M0-6.5L6.5 5H-6.5z",
    "request": "M0-7.5L7.5 0L0 7.5L-7.5 0z",
    "deployment": "M-6-5H1L7 0L1 5H-6z",
    "incident": "M0-7L2-2L7 0L2 2L0 7L-2 2L-7 0L-2-2z",
    "statement": "M-5-5H5V3H0L-4 7V3H-5z",
    "other-organisation": "M-3-6H3L6 0L3 6H-3L-6 0z",
}
GUARDED_OBJECT = "M-5-5H5V1Q5 5 0 7Q-5 5-5 1z"
CELL = "M0-11L9.5-5.5V5.5L0 11L-9.5 5.5V-5.5z"  # in the legend of a still
# The patterns of `maps.spec.parts.Style`, in a tile of 8 by 8 pixels. Dots are not
# listed: the template draws them as circles.
PATTERNS = {
    "hatch": "M-2 2L2-2M0 8L8 0M6 10L10 6",
    "lines": "M0 4H8",
    "columns": "M1.5 0V8M5.5 0V8",
}
