"""Readers of CSV, YAML and Markdown that keep line numbers."""
