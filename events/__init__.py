"""What happened, and who belonged to what: records, and the rules they must meet."""
