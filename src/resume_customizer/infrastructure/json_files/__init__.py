"""A whole store in a folder of readable JSON files."""
