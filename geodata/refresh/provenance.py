"""What went in, what came out: ``PROVENANCE.json``.

After an edit of ``places.csv``, run
``python -m csto_atlas.geodata.refresh.provenance``. It needs none of the packages that
the data are made from.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

from csto_atlas.geodata.refresh.inputs import PACKAGES, sha256

HAND_EDITED = ("places.csv",)
DATA = Path(__file__).parents[1] / "data"
OSM = "ODbL 1.0"
LICENCES = {
    "admin1.geojson": OSM,
    "almaty.geojson": OSM,
    "almaty_lakes.geojson": OSM,
    "areas.geojson": OSM,
    "arm_aze_full.geojson": OSM,
    "border_lengths.csv": OSM,
    "caucasus.geojson": OSM,
    "caucasus_areas.geojson": OSM,
    "caucasus_lakes.geojson": OSM,
    "central_asia_full.geojson": OSM,
    "eurasia.geojson": OSM,
    "exclaves.geojson": OSM,
    "lakes.geojson": OSM,
    "lines.geojson": "public domain",
    "places.csv": "CC BY 4.0",
    "territories.csv": "public domain",
    "world.geojson": OSM,
    "world_lakes.geojson": OSM,
}


def write_provenance(folder: Path) -> None:
    """Write ``PROVENANCE.json`` for the files of a folder."""
    inputs = [
        {
            "package": package.name,
            "version": package.version,
            "licence": package.licence,
            "used_for": package.contents,
            **(
                {"file": package.file, "sha256": package.sha256} if package.file else {}
            ),
        }
        for package in PACKAGES
    ]
    outputs = {
        name: {
            "sha256": sha256(folder / name),
            "count": _count(folder / name),
            "licence": licence,
            "made": "by hand"
            if name in HAND_EDITED
            else "by python -m csto_atlas.geodata.refresh",
        }
        for name, licence in LICENCES.items()
    }
    text = json.dumps(
        {"inputs": inputs, "outputs": outputs}, ensure_ascii=False, indent=2
    )
    path = folder / "PROVENANCE.json"
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _count(path: Path) -> int:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".geojson":
        return len(json.loads(text)["features"])
    return sum(1 for _ in csv.reader(text.splitlines())) - 1


if __name__ == "__main__":
    write_provenance(DATA)
