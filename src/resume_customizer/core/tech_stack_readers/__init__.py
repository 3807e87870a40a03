"""One reader for each shape of tech-stack text; `core.tech_stack.parse_tech_stack` is their door."""
