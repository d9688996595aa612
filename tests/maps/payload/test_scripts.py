"""The scripts read the keys that the payload has, all of them and no others.

The type checker of the scripts says so of every access; this says it without one.
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
TEXTS = [path.read_text(encoding="utf-8") for path in sorted(STATIC.glob("*.js"))]
SCRIPTS = "\n".join(COMMENT.sub("", text) for text in TEXTS)
# Scripts that are handed the payload, as `payload` or, made ready, as `data`.
OPENED = "\n".join(COMMENT.sub("", text) for text in TEXTS if "PageData" in text)
PARTS = (
    *(Payload, ClockRuns, PageTexts),
    *(LayerData, CellData, SpotData, Tallies, LayerTexts),
)
KEYS = [(part, key) for part in PARTS for key in get_type_hints(part)]
# By clock.js, of the payload's `clock`, and by page_data.js, of the address.
EXPANDED = {"ticks", "labels", "days", "breaks", "range"}


@pytest.mark.parametrize(("part", "key"), KEYS, ids=lambda x: getattr(x, "__name__", x))
def test_every_key_is_read(part, key):
    ways = rf'\.{key}\b|[{{,]\s*{key}\s*[,}}:]|"{key}"'
    assert re.search(ways, SCRIPTS), f"{part.__name__}.{key} is read by no script"


def test_no_script_reads_a_key_that_the_payload_has_not():
    read = set(re.findall(r"\b(?:payload|data)\.(\w+)", OPENED))
    for names in re.findall(r"\{([^{}]*)\} = (?:payload|data);", OPENED):
        read |= {name.split(":")[0].strip() for name in names.split(",")} - {""}
    assert len(read) > 15
    assert read - EXPANDED <= set(get_type_hints(Payload))
