"""What is scored and how finely.

The first four are H. C. Kelman's for the people of a problem-solving workshop: involved and influential, yet not
deciding; part of the larger community; politically moderate; committed to a negotiated solution. The fifth, capacity
to listen, is ours: the method rests on it.
"""

CRITERIA = ("influence", "belonging", "moderation", "commitment", "listening")
HIGHEST = 4
FEWEST_ASSESSORS = 2
# From so far apart on, two assessors have read different things, or the same thing differently; a mean would hide it.
TALK_FROM = 2
