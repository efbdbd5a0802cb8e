"""Who may do what in step 1."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import EVERYONE_INSIDE, register

register("programme.create", {Role.CONVENER})  # asked of the house, not of a programme
register("programme.see", EVERYONE_INSIDE)
register("programme.change", {Role.CONVENER})
register("programme.people", {Role.CONVENER})
