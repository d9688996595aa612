"""Words, digits and dates as people spell them, in four languages."""
