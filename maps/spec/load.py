"""Read map specs from the files of a data set."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from csto_atlas.events.errors import DataError, Problem
from csto_atlas.events.files.model_errors import explain
from csto_atlas.events.files.text import list_files
from csto_atlas.events.files.yaml_documents import read_mapping
from csto_atlas.maps.spec.model import MapSpec

MAPS = "maps"  # folder of a data set with the specs


def load_spec(path: Path) -> MapSpec:
    """Read the spec of one map.

    Parameters
    ----------
    path : Path
        A YAML file named after the map's id.

    Returns
    -------
    MapSpec

    Raises
    ------
    DataError
        With all problems of the file.
    """
    found = read_mapping(path)
    (item,) = found.items
    problems = list(found.problems)
    try:
        spec = MapSpec.model_validate(item.fields | {"origin": item.origin})
    except ValidationError as error:
        raise DataError([*problems, *explain(error, item.origin, MapSpec)]) from None
    if spec.id != path.stem:
        what = f"the map '{spec.id}' is in a file named '{path.stem}'"
        problems.append(Problem(item.origin.at("id"), what, "the same name"))
    if problems:
        raise DataError(problems)
    return spec


def load_specs(data: Path) -> tuple[dict[str, MapSpec], list[Problem]]:
    """Read the specs of all maps of a data set.

    Parameters
    ----------
    data : Path
        Folder of a data set.

    Returns
    -------
    dict of MapSpec
        By map name; invalid specs are left out.
    list of Problem
        Of the invalid specs, or that there is no spec at all.
    """
    specs: dict[str, MapSpec] = {}
    problems: list[Problem] = []
    for name, path in list_specs(data).items():
        try:
            specs[name] = load_spec(path)
        except DataError as error:
            problems += error.problems
    if not specs and not problems:
        where = f"{(data / MAPS).as_posix()}:1"
        problems.append(Problem(where, "there is no map", "a file such as 'north.yml'"))
    return specs, problems


def list_specs(data: Path) -> dict[str, Path]:
    """List the spec files of a data set.

    Parameters
    ----------
    data : Path
        Folder of a data set.

    Returns
    -------
    dict of Path
        By map name, sorted.
    """
    return {path.stem: path for path in list_files(data / MAPS)}
