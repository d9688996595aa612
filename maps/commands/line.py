"""Arguments -> the command that they ask for -> its exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from events.errors import DataError
from maps.atlas import UsageError
from maps.commands import building
from maps.output import OutputError

COMMANDS = {"build": building}


@dataclass(frozen=True)
class Defaults:
    """Where things are if the command line does not say.

    Attributes
    ----------
    data : Path
        Folder of a data set.
    out : Path
        The output folder.
    """

    data: Path
    out: Path


def run(arguments: Sequence[str] | None, defaults: Defaults) -> int:
    """Run the command line.

    Parameters
    ----------
    arguments : sequence of str or None
        The process's own if not given.
    defaults : Defaults

    Returns
    -------
    int
        0 done; 1 the data are wrong, every problem is on standard error; 2 wrong
        usage; 3 the output cannot be written.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    options = _parse(words, defaults)
    try:
        return options.run(options)
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except UsageError as error:
        print(error, file=sys.stderr)
        return 2
    except OutputError as error:
        print(error, file=sys.stderr)
        return 3


def _parse(words: Sequence[str], defaults: Defaults) -> argparse.Namespace:
    """Read the command line; exit with 2 if it is wrong."""
    parser = argparse.ArgumentParser(
        description=building.__doc__,
        epilog=building.EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    building.add_arguments(parser, defaults)
    options = parser.parse_args(words)
    if not options.data.is_dir():
        parser.error(f"--data: no folder {str(options.data)!r}")
    if options.out.exists() and not options.out.is_dir():
        parser.error(f"--out: {str(options.out)!r} is not a folder")
    return options
