"""A local preview: the built files over HTTP, and pages that follow each build."""
