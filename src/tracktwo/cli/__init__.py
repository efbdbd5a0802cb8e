"""The command ``tracktwo``: the methods for anyone, the house for whoever runs it."""
