"""Templates, scripts and style sheets, as they go into pages."""
