"""Map specs: their schema, their files, and the extent and projection of a map."""
