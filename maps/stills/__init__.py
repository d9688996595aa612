"""Stills: one SVG for each tick at which something changes."""
