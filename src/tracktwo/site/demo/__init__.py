"""The demonstration: a programme of invented people in the middle of its second year, built by real deeds."""
