"""The rules of a staffing desk: requirements, consultants, submissions, interviews, and what is said of one person."""
