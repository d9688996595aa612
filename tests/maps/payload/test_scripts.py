"""The scripts read every key that the payload has.

That they read no other is for their type checker to say (`make lint`).
"""

import re

import pytest
from typing_extensions import get_type_hints

from csto_atlas.maps.assets.templates import STATIC
from csto_atlas.maps.payload.layers import (
    CellData,
    LayerData,
    LayerTexts,
    SpotData,
    Tallies,
)
from csto_atlas.maps.payload.page import ClockRuns, PageTexts, Payload

COMMENT = re.compile(r"/\*.*?\*/|//[^\n]*", re.DOTALL)
SCRIPTS = "\n".join(
    COMMENT.sub("", path.read_text(encoding="utf-8"))
    for path in sorted(STATIC.glob("*.js"))
)
PARTS = (
    *(Payload, ClockRuns, PageTexts),
    *(LayerData, CellData, SpotData, Tallies, LayerTexts),
)
KEYS = [(part, key) for part in PARTS for key in get_type_hints(part)]


@pytest.mark.parametrize(("part", "key"), KEYS, ids=lambda x: getattr(x, "__name__", x))
def test_every_key_is_read(part, key):
    ways = rf'\.{key}\b|[{{,]\s*{key}\s*[,}}:]|"{key}"'
    assert re.search(ways, SCRIPTS), f"{part.__name__}.{key} is read by no script"
