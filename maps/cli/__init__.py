"""The command line: ``build`` (also without a word), and what comes with it."""

from csto_atlas.maps.cli.command import Defaults
from csto_atlas.maps.cli.main import main, run

__all__ = ["Defaults", "main", "run"]
