"""Who comes in, and what is theirs: accounts, sessions, keys, second factors, workspaces and their members."""
