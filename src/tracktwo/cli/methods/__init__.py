"""Commands that need no server, no database and no Django: a sceptic on either side runs them alone."""
