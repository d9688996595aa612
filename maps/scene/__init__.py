"""The SVG scene of one map: its parts, its markup and its style sheet."""
