"""Messages, dates, numbers and names in the languages of the atlas."""
