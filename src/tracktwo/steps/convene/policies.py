"""Who may do what in step 5. What is said in the room is known to those in it: not to hosts, guarantors or readers."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import EVERYONE_INSIDE, register

register("convene.see", EVERYONE_INSIDE)
register("convene.apart", {Role.PARTICIPANT, Role.FACILITATOR})  # and who is asked in, asked at the door
register("convene.plan", {Role.CONVENER, Role.FACILITATOR})
register("convene.run", {Role.FACILITATOR})
register("convene.write", {Role.FACILITATOR, Role.RAPPORTEUR})
register("convene.numbers", {Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR})
register("convene.enter", {Role.PARTICIPANT})  # and a seat in the workshop, asked at the room's door
