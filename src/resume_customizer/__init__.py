"""Resume Customizer Pro: a person's own Word resume, with the right points in the right place, and the proof."""

__version__ = "0.1.0"
