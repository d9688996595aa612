"""Layers of many events: aggregated, classed and encoded."""
