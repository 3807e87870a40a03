"""Resumes drawn as text, with the experiences that a person finds in them."""
