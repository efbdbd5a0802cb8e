"""Track Two: a series of Track 2 workshops beside academic conventions, from naming the communities to the report."""

__version__ = "0.1.0"
