"""Pages of step 2."""
