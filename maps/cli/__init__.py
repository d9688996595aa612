"""The command line: ``build`` (also without a word), and what comes with it."""

from maps.cli.command import Defaults
from maps.cli.main import run

__all__ = ["Defaults", "run"]
