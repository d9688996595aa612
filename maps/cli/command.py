"""What every command has, and the arguments that several share."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from csto_atlas.events.errors import UsageError
from csto_atlas.events.nearest import suggest
from csto_atlas.maps.output.folder import OVERRIDE, check_owner
from csto_atlas.maps.output.place import find_conflict
from csto_atlas.maps.page.addresses import Site, read_site


@dataclass(frozen=True)
class Defaults:
    """The paths that are used if the command line names none.

    Attributes
    ----------
    data : Path
        Folder of a data set.
    out : Path
        The output folder.
    program : str
        How the command line is called, as help texts show it.
    """

    data: Path
    out: Path
    program: str


class Parser(argparse.ArgumentParser):
    """A parser that knows its options by name, and shows examples as they stand."""

    def __init__(self, **settings: Any) -> None:
        self.names: list[str] = []
        form = argparse.RawDescriptionHelpFormatter
        super().__init__(formatter_class=form, **settings)

    def add_argument(self, *names: str, **settings: Any) -> argparse.Action:
        """Add an argument, and note the names of an option."""
        self.names += [name for name in names if name.startswith("-")]
        return super().add_argument(*names, **settings)


@dataclass(frozen=True)
class Command:
    """One command.

    Attributes
    ----------
    about : str
        One line for the list of commands.
    examples : tuple of str
        Arguments as one would type them.
    add : callable
        Tells a parser which arguments there are.
    run : callable
        Runs it and returns the exit status.
    """

    about: str
    examples: tuple[str, ...]
    add: Callable[[Parser, Defaults], None]
    run: Callable[[argparse.Namespace], int]


def write_examples(program: str, lines: Iterable[str]) -> str:
    """Write the last part of a help text."""
    return "\n".join(["examples:", *(f"  {program} {line}".rstrip() for line in lines)])


def add_data(parser: Parser, defaults: Defaults) -> None:
    """Add the option that names a data set."""
    about = "folder of the data set (default: the one that comes with the code)"
    parser.add_argument(
        "--data", type=folder, default=defaults.data, metavar="DIR", help=about
    )


def add_selection(parser: Parser) -> None:
    """Add the options that choose what is built."""
    add = parser.add_argument
    about = "only these maps"
    add("--map", nargs="+", action="extend", metavar="NAME", help=about)
    about = "only these languages"
    add("--lang", nargs="+", action="extend", metavar="LANG", help=about)


def add_scheduler(parser: Parser) -> None:
    """Add the option that names who joins the layers of many events."""
    about = "Dask cluster that joins layers, or local for one on this machine"
    parser.add_argument("--scheduler", metavar="ADDRESS", help=about)


def add_out(parser: Parser, default: Path | None, about: str) -> None:
    """Add the options that name the output folder.

    Parameters
    ----------
    parser : ArgumentParser
        Gets the options.
    default : Path or None
        The folder if none is given; None if one must be.
    about : str
        The help of ``--out``.
    """
    add = parser.add_argument
    add("--out", type=target, default=default, metavar="DIR", help=about)
    about = "build into a folder that holds other files; those of ours are replaced"
    add(OVERRIDE, action="store_true", help=about)


def check_out(options: argparse.Namespace, *, is_watched: bool = False) -> None:
    """Refuse an output folder that is used for something else, before the build.

    Parameters
    ----------
    options : Namespace
    is_watched : bool
        Whether every change in the data set builds again.

    Raises
    ------
    UsageError
        If it is or holds the home folder, the code or the data set, or lies in these.
    ForeignOutputError
        If it has files that no build made.
    """
    if options.out is None:
        return
    if conflict := find_conflict(options.out, [options.data], is_watched=is_watched):
        what = f"--out: {str(options.out)!r} {conflict}"
        raise UsageError(f"{what}; expected a folder of its own")
    check_owner(options.out.resolve(), options.overwrite)


def folder(text: str) -> Path:
    """Read the path of an existing folder.

    Raises
    ------
    argparse.ArgumentTypeError
        If there is no such folder.
    """
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(_missing("folder", path))
    return path


def file(text: str) -> Path:
    """Read the path of an existing file.

    Raises
    ------
    argparse.ArgumentTypeError
        If there is no such file.
    """
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(_missing("file", path))
    return path


def target(text: str) -> Path:
    """Read the path of a folder that exists or can be made.

    Raises
    ------
    argparse.ArgumentTypeError
        If the path is empty, or names something that is not a folder.
    """
    if not text.strip():
        raise argparse.ArgumentTypeError("is empty; expected the path of a folder")
    path = Path(text)
    if path.exists() and not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text!r} is not a folder")
    return path


def site(text: str) -> Site:
    """Read the address that an atlas will have.

    Raises
    ------
    argparse.ArgumentTypeError
        If it is not an address of the web.
    """
    try:
        return read_site(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def one_of(kind: str, known: Iterable[str]) -> Callable[[str], str]:
    """Return a reader of one of some names that suggests the nearest.

    Raises
    ------
    argparse.ArgumentTypeError
        By what is returned: if the text is none of the names.
    """
    names = tuple(known)

    def read(text: str) -> str:
        if text not in names:
            expected = suggest(f"one of {', '.join(names)}", text, names)
            what = f"no {kind} {text!r}; expected {expected}"
            raise argparse.ArgumentTypeError(what)
        return text

    return read


def _missing(kind: str, path: Path) -> str:
    """Say that a path does not exist, and name the nearest one beside it."""
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    known = [found.name for found in beside if found.is_dir() == (kind == "folder")]
    expected = suggest(f"a {kind} that there is", path.name, known)
    return f"no {kind} {str(path)!r}; expected {expected}"
