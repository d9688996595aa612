"""Layers with time for folium maps: slices of a GeoDataFrame, maps of an atlas."""
