"""Boundaries, disputed areas and places."""
