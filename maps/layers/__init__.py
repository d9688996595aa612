"""Layers of many events: aggregate, classify, draw and encode them."""
