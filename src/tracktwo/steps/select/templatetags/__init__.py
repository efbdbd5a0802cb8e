"""Filters of step 3."""
