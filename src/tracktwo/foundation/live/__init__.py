"""Live screens: ordinary pages that are asked for again, answered with 304 while nothing has changed."""
