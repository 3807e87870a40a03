"""What a workspace keeps to customize from, and what was made: resumes, point banks, customizations, files."""
