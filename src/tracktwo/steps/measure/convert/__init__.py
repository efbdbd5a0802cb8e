"""Between waves and methods, and between results and what pages and the report say."""
