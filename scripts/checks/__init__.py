"""What must be true of the site: one file a family of checks."""
