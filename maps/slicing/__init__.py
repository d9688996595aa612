"""Intervals as changes along the ticks of a slider."""
