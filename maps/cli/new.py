"""``new``: a data set to start from: the small example, or one made from a sheet."""

from __future__ import annotations

import argparse
from pathlib import Path

from csto_atlas.events.errors import UsageError
from csto_atlas.maps.cli.command import Command, Defaults, Parser, target
from csto_atlas.maps.cli.new_from_sheet import (
    add_sheet_arguments,
    check_sheet_options,
    run_with_sheet,
)
from csto_atlas.maps.output.write import write_into
from csto_atlas.maps.validation.json_schema import FILES, write_schemas

STARTER = Path(__file__).parents[2] / "events" / "starter"
SCHEMAS = "schema"  # the folder of a data set that has the schemas of its files


def add_arguments(parser: Parser, defaults: Defaults) -> None:
    """Say which arguments there are."""
    about = "folder for the new data set: an empty one, or one to be made"
    parser.add_argument("folder", type=target, metavar="DIR", help=about)
    add_sheet_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Write the data set, and say what to do with it.

    Raises
    ------
    UsageError
        If the folder has anything in it, or an option is missing.
    DataError
        If the sheet cannot be read.
    """
    folder: Path = options.folder
    if folder.exists() and any(folder.iterdir()):
        what = f"DIR: {str(folder)!r} is not empty"
        raise UsageError(f"{what}; expected a new folder, or an empty one")
    check_sheet_options(options)
    if options.sheet:
        return run_with_sheet(options, list_schemas())
    files = list_starter_files()
    write_into(files, folder)
    print(f"Wrote {len(files)} files to {folder}. Next:")
    print(f"  {options.program} serve --data {folder}")
    return 0


def list_starter_files() -> dict[str, str]:
    """Return the files of a new data set.

    Returns
    -------
    dict of str
        Contents by relative path. YAML files name their schema, which is among them.
    """
    files = {
        path.relative_to(STARTER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(STARTER.rglob("*"))
        if path.is_file()
    }
    named = {name: f"{_name_schema(name)}{text}" for name, text in files.items()}
    return named | list_schemas()


def list_schemas() -> dict[str, str]:
    """Return the schemas of the files of a data set, by relative path."""
    return {f"{SCHEMAS}/{name}": text for name, text in write_schemas().items()}


def _name_schema(name: str) -> str:
    """Return the line by which editors find the schema of a file, if it has one."""
    path = Path(name)
    kind = path.parts[0].removesuffix(".yml")
    if path.suffix != ".yml" or kind not in FILES:
        return ""
    up = "../" * (len(path.parts) - 1)
    return f"# yaml-language-server: $schema={up}{SCHEMAS}/{kind}.json\n"


COMMAND = Command(
    about="Write a data set to start from: a small example, or one made from a sheet.",
    examples=(
        "~/my-alliance",
        "~/ecowas --sheet ~/list.xlsx --name ECOWAS --source Secretariat",
        "~/league --sheet ~/list.csv --name ar=الجامعة --name en=League --lang ar en",
    ),
    add=add_arguments,
    run=run,
)
