"""Step 7, Transmit: every audience of every community, and the convention, is reached or waived with a reason."""
