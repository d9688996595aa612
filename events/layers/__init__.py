"""Layers: files of many events, read in bounded memory."""
