"""Outlines of the territories of one map."""
