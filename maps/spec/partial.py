"""Read the valid fields of invalid specs, so that their references are checked too."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from pydantic import ValidationError

from csto_atlas.events.errors import DataError
from csto_atlas.events.files.items import Item
from csto_atlas.events.files.yaml_documents import read_mapping
from csto_atlas.maps.spec.load import list_specs
from csto_atlas.maps.spec.model import MapSpec

FIELDS = MapSpec.model_fields.keys() - {"origin"}
# Valid values for the required fields, in place of invalid or missing ones.
BLANK = {
    "id": "blank",
    "title": {},
    "timeline": [{"from": "2000", "to": "2000", "step": "year"}],
    "default": "last",
    "least_rank": 1,
    "overlays": [],
    "states": {},
}


def salvage_specs(data: Path, specs: Collection[str]) -> list[MapSpec]:
    """Read the valid fields of invalid specs, so that their references can be checked.

    Parameters
    ----------
    data : Path
        Folder of a data set.
    specs : collection of str
        Names of the maps with a valid spec.

    Returns
    -------
    list of MapSpec
        With a default in place of every invalid or missing field. Files that cannot be
        read are skipped.
    """
    found: list[MapSpec] = []
    for name, path in list_specs(data).items():
        if name not in specs:
            with suppress(DataError):
                found += map(_salvage, read_mapping(path).items)
    return found


def _salvage(item: Item) -> MapSpec:
    """Remove invalid fields until the rest is valid; each pass can reveal more."""
    fields = {name: item.fields[name] for name in item.fields if name in FIELDS}
    while True:
        try:
            return MapSpec.model_validate(BLANK | fields | {"origin": item.origin})
        except ValidationError as error:
            bad = {detail["loc"][0] for detail in error.errors()}
            fields = {name: fields[name] for name in fields if name not in bad}
