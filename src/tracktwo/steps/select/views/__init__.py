"""Pages of step 3, by noun."""
