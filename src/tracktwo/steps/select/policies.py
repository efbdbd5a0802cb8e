"""Who may do what in step 3."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import register

THIRD = {Role.CONVENER, Role.FACILITATOR, Role.ASSESSOR}
register("select.enter", THIRD | {Role.GUARANTOR, Role.NOMINEE, Role.PARTICIPANT})
register("select.see", THIRD | {Role.GUARANTOR})
register("select.change", {Role.CONVENER})
register("select.own", {Role.NOMINEE, Role.PARTICIPANT})
register("select.round", {Role.CONVENER, Role.GUARANTOR})
register("select.assess", {Role.ASSESSOR})
register("select.object", {Role.GUARANTOR})
register("select.who", {Role.ASSESSOR, Role.OFFICER, Role.GUARANTOR})
register("select.draw", {Role.CONVENER, Role.GUARANTOR})
