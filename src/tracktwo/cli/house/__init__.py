"""Commands that run the house. Each opens Django itself, and only when it is called."""
