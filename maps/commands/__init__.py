"""The command line: ``build`` (also without a word), and what comes with it."""

from maps.commands.line import Defaults, run

__all__ = ["Defaults", "run"]
