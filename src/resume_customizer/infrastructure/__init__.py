"""What is plugged in: one adapter per file, named for what it is built on."""
