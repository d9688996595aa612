"""The command line: ``build``, which is the default, and the other commands."""

from csto_atlas.maps.cli.command import Defaults
from csto_atlas.maps.cli.main import main, run

__all__ = ["Defaults", "main", "run"]
