"""Parts of the SVG scene: paths, symbols, routes and colours."""
