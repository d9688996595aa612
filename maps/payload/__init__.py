"""Types of the JSON in a page: the contract between Python and JavaScript."""
