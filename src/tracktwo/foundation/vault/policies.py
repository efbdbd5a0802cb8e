"""Who may do what with the vault."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import register

register("vault.open", {Role.OFFICER, Role.CONVENER})
register("vault.reveal", {Role.CONVENER, Role.OFFICER})
register("vault.purge_see", {Role.CONVENER, Role.GUARANTOR, Role.OFFICER})
register("vault.purge_ask", {Role.CONVENER})
register("vault.purge_confirm", {Role.GUARANTOR, Role.OFFICER})
register("vault.shred", {Role.OFFICER, Role.CONVENER})
