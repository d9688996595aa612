"""Why an output is not written."""

from __future__ import annotations


class OutputError(Exception):
    """The output cannot be written; it is as it was."""


class ForeignOutputError(OutputError):
    """The output folder, or a file in it, is not ours; nothing was written."""
