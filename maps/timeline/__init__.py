"""Ticks of a slider and changes along them."""
