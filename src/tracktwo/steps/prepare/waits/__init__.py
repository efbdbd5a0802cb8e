"""What waits for whom in step 4, by noun."""
