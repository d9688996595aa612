"""Names on the map: candidates, collisions and placement."""
