"""Who may do what in step 6."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import register

THIRD_PARTY = {Role.CONVENER, Role.RAPPORTEUR}
register("agree.see", THIRD_PARTY | {Role.FACILITATOR, Role.TRANSLATOR, Role.GUARANTOR, Role.READER, Role.PARTICIPANT})
register("agree.write", {Role.RAPPORTEUR})
register("agree.steer", THIRD_PARTY)
register("agree.bracket", {Role.PARTICIPANT})
