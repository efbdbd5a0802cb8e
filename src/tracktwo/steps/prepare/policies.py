"""Who may do what in step 4."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import EVERYONE_INSIDE, THIRD_PARTY, register

register("prepare.see", {Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR, Role.GUARANTOR, Role.PARTICIPANT})
register("prepare.list", {Role.CONVENER, Role.FACILITATOR})
register("prepare.arrange", {Role.CONVENER})
register("prepare.letters", {Role.CONVENER, Role.OFFICER})  # as vault.reveal
register("prepare.meet", {Role.CONVENER, Role.FACILITATOR})
register("prepare.compose", {Role.CONVENER, Role.FACILITATOR})
register("prepare.harm", {Role.CONVENER, Role.FACILITATOR, Role.RAPPORTEUR, Role.GUARANTOR})
register("prepare.sign_harm", {Role.CONVENER, Role.GUARANTOR})
register("prepare.contacts", {Role.CONVENER, Role.FACILITATOR, Role.GUARANTOR})
register("prepare.incident", THIRD_PARTY)
register("prepare.told", EVERYONE_INSIDE)
register("prepare.change", {Role.CONVENER})
register("prepare.own", {Role.PARTICIPANT})
