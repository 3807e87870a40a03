"""The door for other programs: REST over HTTP."""
