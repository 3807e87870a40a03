"""Real servers on loopback that behave well, badly or with malice, for tests that talk to a network peer."""
