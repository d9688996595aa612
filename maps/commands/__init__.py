"""The command line: ``build`` (also without a word), and what comes with it."""

from maps.commands.command import Defaults
from maps.commands.line import run

__all__ = ["Defaults", "run"]
