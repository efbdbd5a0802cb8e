"""Who may do what in step 2. A nominee has agreed to be considered, not to know where and when people meet."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import EVERYONE_INSIDE, register

register("plan.see", EVERYONE_INSIDE - {Role.NOMINEE})
register("plan.check", {Role.CONVENER, Role.FACILITATOR, Role.GUARANTOR, Role.AUDITOR})
register("plan.change", {Role.CONVENER})
register("plan.log_event", {Role.CONVENER, Role.FACILITATOR, Role.GUARANTOR})
register("plan.pack", {Role.CONVENER, Role.OFFICER})
register("plan.pack_named", {Role.CONVENER, Role.OFFICER})  # as vault.reveal
register("plan.say_go", {Role.CONVENER, Role.GUARANTOR})
