"""The work of a staffing desk: requirements, consultants, submissions, interviews, and what is known of them."""
