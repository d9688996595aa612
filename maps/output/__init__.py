"""The output folder: written as a whole or not at all."""
