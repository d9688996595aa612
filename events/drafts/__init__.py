"""A complete data set, drafted from one sheet of memberships."""
