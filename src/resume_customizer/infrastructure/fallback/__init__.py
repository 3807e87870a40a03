"""Going on without PostgreSQL: what was used lately is at hand; what is accepted is done later, exactly once."""
