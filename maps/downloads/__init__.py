"""Files to download: CSV, GeoJSON and their data package."""
