"""Joins of events, ground and memberships in space and time."""
