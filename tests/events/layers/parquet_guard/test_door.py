import re

import build
from csto_atlas.events.layers import parquet_guard

INSIDE = re.compile(r"csto_atlas\.events\.layers\.parquet_guard\.(\w+)")


def test_no_other_package_reaches_behind_the_door():
    guard = build.ROOT / "events" / "layers" / "parquet_guard"
    others = [
        path
        for folder in ("events", "geodata", "maps")
        for path in (build.ROOT / folder).rglob("*.py")
        if not path.is_relative_to(guard)
    ]
    assert len(others) > 100
    assert [p for p in others if INSIDE.search(p.read_text(encoding="utf-8"))] == []


def test_every_name_of_the_door_is_used_from_outside():
    text = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("events/layers", "maps/layers")
        for path in (build.ROOT / folder).glob("*.py")
    )
    assert [name for name in parquet_guard.__all__ if name not in text] == []
