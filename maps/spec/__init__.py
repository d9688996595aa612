"""Map specs: their schema, their files and where a map is placed."""
