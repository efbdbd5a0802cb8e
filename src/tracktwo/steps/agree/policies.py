"""Who may do what in step 6."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import register

THIRD_PARTY = {Role.CONVENER, Role.RAPPORTEUR}
register("agree.see", THIRD_PARTY | {Role.FACILITATOR, Role.TRANSLATOR, Role.GUARANTOR, Role.READER, Role.PARTICIPANT})
register("agree.write", {Role.RAPPORTEUR})
register("agree.steer", THIRD_PARTY)
register("agree.translate", {Role.RAPPORTEUR, Role.TRANSLATOR})
register("agree.review", {Role.READER})
register("agree.vouch", {Role.GUARANTOR})
register("agree.cosign", {Role.GUARANTOR})
register("agree.bracket", {Role.PARTICIPANT})
# The lint answers whether a word is somebody's name: whoever may ask it could try a list of names on it.
register("agree.lint", THIRD_PARTY)
