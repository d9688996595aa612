"""Import files of event data into a data set as layers."""

from csto_atlas.events.imports.bring import KINDS, import_events

__all__ = ["KINDS", "import_events"]
