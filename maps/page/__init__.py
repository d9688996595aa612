"""HTML files: map pages, article, gallery and their metadata."""
