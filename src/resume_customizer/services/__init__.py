"""What users can do: one file per thing that a user would name, shared by every door."""
