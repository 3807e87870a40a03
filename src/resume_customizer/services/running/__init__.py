"""What keeps an installation going, and what its operator sees and does."""
