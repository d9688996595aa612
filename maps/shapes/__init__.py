"""Load, clip, project and simplify the outlines of one map."""
