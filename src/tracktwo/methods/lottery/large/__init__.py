"""Pools of very many kinds, where the relaxed lottery is as good as the best one: it is computed first, and true
seatings are then found for it all at once.
"""
