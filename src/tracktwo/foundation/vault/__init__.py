"""The vault: who people are, encrypted field by field, under keys that live outside the database.

Other rooms import ``actions``, ``queries`` and ``labels`` and keep nothing but a person's UUID.
docs/explanation/the-vault.md says what this protects and what it cannot.
"""
