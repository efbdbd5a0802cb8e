"""Step 8, Measure: two waves linked by a phrase, what they show and cannot show, and the programme report."""
