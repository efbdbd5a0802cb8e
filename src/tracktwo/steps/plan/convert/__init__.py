"""Between rows, the planner's values and what the page reads."""
