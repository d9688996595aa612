"""Events and memberships: their records, and the rules that they must meet."""
