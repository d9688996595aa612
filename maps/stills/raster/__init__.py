"""Pictures and films of built pages; the maps never need it."""
