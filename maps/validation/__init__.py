"""Checks of a data set against the maps drawn from it."""
