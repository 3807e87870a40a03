"""Parts of the screens of the staffing desk."""
