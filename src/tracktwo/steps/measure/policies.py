"""Who may do what in step 8."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import register

register("measure.see", {Role.CONVENER, Role.FACILITATOR, Role.GUARANTOR, Role.PARTICIPANT})
register("measure.steer", {Role.CONVENER})
register("measure.answer", {Role.PARTICIPANT})
