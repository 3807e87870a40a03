"""Records in PostgreSQL or SQLite: one schema, one set of queries for both."""
