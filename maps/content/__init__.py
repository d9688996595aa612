"""What a page says: headlines, records as text, legends and payload."""
