"""Rebuild ``geodata/data`` from pinned packages; run rarely, never by the build."""
