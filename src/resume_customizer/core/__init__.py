"""What is true: plain data and pure functions; no input or output, no framework."""
