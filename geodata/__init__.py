"""WHERE: boundaries, disputed areas, places."""
