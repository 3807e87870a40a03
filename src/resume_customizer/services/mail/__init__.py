"""Mail: written, seen before it is kept, sent once, followed up, answered."""
