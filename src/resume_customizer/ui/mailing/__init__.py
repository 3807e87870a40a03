"""Parts of the screen Mail."""
