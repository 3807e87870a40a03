"""Where files are kept by what they contain: a folder of this machine, or an object store."""
