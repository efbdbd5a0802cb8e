"""Who may do what in step 7."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import register

WRITERS = {Role.CONVENER, Role.RAPPORTEUR, Role.TRANSLATOR}
register("transmit.see", WRITERS | {Role.FACILITATOR, Role.GUARANTOR, Role.READER, Role.PARTICIPANT})
register("transmit.steer", {Role.CONVENER})
register("transmit.write", WRITERS)
register("transmit.read", WRITERS | {Role.READER, Role.GUARANTOR})
register("transmit.read_log", WRITERS | {Role.FACILITATOR, Role.GUARANTOR})
register("transmit.keep_log", {Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR})
register("transmit.moderate", {Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR})
register("transmit.propose", {Role.CONVENER, Role.RAPPORTEUR})
register("transmit.tell", {Role.PARTICIPANT})
register("transmit.translate", WRITERS)
register("transmit.answer", {Role.PARTICIPANT})
register("transmit.approve", {Role.READER})
