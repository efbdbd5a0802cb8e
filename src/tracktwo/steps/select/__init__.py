"""Step 3, Select: nominations and their consent, the pool, the quotas, and a lottery as fair as the quotas allow."""
