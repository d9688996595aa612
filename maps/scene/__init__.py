"""The SVG scene of one map."""
