"""How it looks: joins, slices, scenes and pages."""
