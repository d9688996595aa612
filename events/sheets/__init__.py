"""Tables of memberships as they are found: any shape, date, name and encoding."""
