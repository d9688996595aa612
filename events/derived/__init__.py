"""What follows from memberships: events of changes, and who is a former member."""
