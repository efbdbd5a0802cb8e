"""Step 4, Prepare: the rules are signed, the consents given, the way is clear."""
