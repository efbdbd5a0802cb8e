"""The keystore: one small file outside the database that holds every key, each wrapped by another.

Officers' passphrases -> ROOT -> one key pair per compartment -> one key per person. ``file`` reads and
replaces it, ``openings`` wraps ROOT, ``chain`` goes from ROOT to a person's key, ``shredded`` remembers whose
keys were destroyed.
"""
