"""Step 1, Programme: who meets, who hosts, by which agenda and rules."""
