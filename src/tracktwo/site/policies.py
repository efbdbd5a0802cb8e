"""Who may read the record: whoever has to be able to doubt it."""

from tracktwo.foundation.people.models import Role
from tracktwo.foundation.people.policies import register

register("record.read", {Role.CONVENER, Role.GUARANTOR, Role.AUDITOR})
