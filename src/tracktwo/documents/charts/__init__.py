"""Charts: a frozen view in, an SVG string and a table with the same numbers out."""
