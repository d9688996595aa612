"""Read tables of memberships in any layout, date format, spelling and encoding."""
