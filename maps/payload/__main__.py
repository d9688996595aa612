"""``make payload``: write the declarations that the scripts are checked against."""

from __future__ import annotations

from csto_atlas.maps.assets.templates import STATIC
from csto_atlas.maps.payload.typescript import write_declarations

NAME = "payload.d.ts"

if __name__ == "__main__":
    (STATIC / NAME).write_text(write_declarations(), encoding="utf-8")
