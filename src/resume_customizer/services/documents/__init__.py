"""Work on files and texts as they are handed in: planned, customized, matched, read back; nothing of it is kept."""
