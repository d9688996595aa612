"""Arguments -> the command that they ask for -> its exit status."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from csto_atlas.events.errors import DataError, SchedulerLostError, UsageError
from csto_atlas.events.nearest import suggest
from csto_atlas.maps.cli import (
    build,
    check,
    imports,
    new,
    schema,
    serve,
)
from csto_atlas.maps.cli.command import Command, Defaults, Parser, write_examples
from csto_atlas.maps.inputs import DATA
from csto_atlas.maps.output.errors import ForeignOutputError, OutputError

COMMANDS: dict[str, Command] = {
    "build": build.COMMAND,
    "check": check.COMMAND,
    "new": new.COMMAND,
    "serve": serve.COMMAND,
    "import": imports.COMMAND,
    "schema": schema.COMMAND,
}
STATUSES = """
Without a command, it is build. Exit status: 0 done; 1 the data are wrong, and every
problem is on standard error; 2 wrong usage; 3 the output cannot be written, or the
scheduler was lost; 4 a bug in the atlas itself; 130 stopped by Ctrl+C.
"""
PROGRAM = "csto-atlas"
FAULT = 4
STOPPED = 130  # as shells report SIGINT
PIPE_CLOSED = 141  # as shells report SIGPIPE


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the installed command: it builds into ``dist`` of the working folder.

    Parameters
    ----------
    arguments : sequence of str, optional
        The process's own if not given.

    Returns
    -------
    int
        The exit status, as of `run`.
    """
    return run(arguments, Defaults(DATA, Path("dist"), PROGRAM))


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
        usage; 3 the output cannot be written, or the scheduler was lost; 4 a bug in
        the atlas itself; 130 stopped by Ctrl+C; 141 whoever read standard output has
        gone.
    """
    words = sys.argv[1:] if arguments is None else list(arguments)
    options = _parse(words, defaults)
    try:
        status = COMMANDS[options.command].run(options)
        _flush()
    except DataError as error:
        return _complain(error, 1)
    except (UsageError, ForeignOutputError) as error:
        return _complain(error, 2)
    except (OutputError, SchedulerLostError) as error:
        return _complain(error, 3)
    except KeyboardInterrupt:
        return _complain("stopped; the output is as it was", STOPPED)
    except BrokenPipeError:
        _drop_output()
        return PIPE_CLOSED
    except OSError as error:  # a full disk, a file that cannot be read
        _drop_output()
        return _complain(f"{error.filename or 'standard output'}: {error.strerror}", 3)
    except Exception:
        return _complain(_report(), FAULT)
    return status


def _complain(what: object, status: int) -> int:
    """Print to standard error why there is no result; return the exit status."""
    with suppress(OSError):
        print(what, file=sys.stderr)
    return status


def _flush() -> None:
    """Flush standard output: its reader may be gone, or its disk full."""
    if sys.stdout is not None:  # closed by the shell
        sys.stdout.flush()


def _drop_output() -> None:
    """Replace standard output, as Python flushes it again at exit and would fail."""
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123, SIM115


def _report() -> str:
    """Write the details of a fault of ours into a file, and say where it is."""
    details = traceback.format_exc()
    last = details.strip().splitlines()[-1]
    try:
        with tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", prefix=f"{PROGRAM}-", suffix=".log", delete=False
        ) as file:
            file.write(details)
        where = file.name
    except OSError:
        where = "not written, for lack of a temporary folder"
    what = f"This is a bug in the atlas, not a fault in the data: {last}"
    return f"{what}\nPlease report it, with the details in this file: {where}"


def _parse(words: Sequence[str], defaults: Defaults) -> argparse.Namespace:
    """Read the command line; exit with 2 if it is wrong."""
    parser, parsers = make_parsers(defaults)
    if not words or (words[0].startswith("-") and words[0] not in ("-h", "--help")):
        words = ["build", *words]
    if not words[0].startswith("-") and words[0] not in COMMANDS:
        expected = suggest(f"one of {', '.join(COMMANDS)}", words[0], COMMANDS)
        parser.error(f"no command {words[0]!r}; expected {expected}")
    options, strange = parser.parse_known_args(words)
    chosen = parsers[options.command]
    if strange and strange[0] in COMMANDS:
        chosen.error(f"{strange[0]!r} comes too late; expected the command first")
    if strange:
        known = [name for name in chosen.names if name.startswith("--")]
        name = strange[0].partition("=")[0]
        expected = suggest(f"one of {', '.join(known)}", name, known)
        chosen.error(f"no option {name!r}; expected {expected}")
    return options


def make_parsers(defaults: Defaults) -> tuple[Parser, dict[str, Parser]]:
    """Return the parser of the whole line, and those of the commands by name."""
    first = (f"{name} {command.examples[0]}" for name, command in COMMANDS.items())
    parser = Parser(
        prog=defaults.program,
        description=f"Make interactive maps from a data set.\n{STATUSES}",
        epilog=write_examples(defaults.program, first),
    )
    add = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=Parser)
    parsers = {}
    for name, command in COMMANDS.items():
        parsers[name] = add.add_parser(
            name,
            help=command.about,
            description=command.about,
            epilog=write_examples(
                defaults.program, (f"{name} {line}" for line in command.examples)
            ),
        )
        parsers[name].set_defaults(program=defaults.program)
        command.add(parsers[name], defaults)
    return parser, parsers
