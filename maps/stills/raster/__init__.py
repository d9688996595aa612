"""PNG and animated WebP of the stills; the maps never need it."""
