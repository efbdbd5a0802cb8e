"""What is typed in step 1."""

from tracktwo.steps.programme.forms.programme import (
    MOST_COMMUNITIES,
    BaseCommunities,
    CommunitiesForm,
    CommunityForm,
    DescriptionForm,
    HostForm,
    RulesForm,
    YearsForm,
)
from tracktwo.steps.programme.forms.screening import (
    AlarmForm,
    DesignationForm,
    MoneyForm,
    OrganisationsForm,
    RegisterForm,
    organisation_initial,
)

__all__ = [
    "AlarmForm",
    "DesignationForm",
    "MoneyForm",
    "OrganisationsForm",
    "RegisterForm",
    "organisation_initial",
    "MOST_COMMUNITIES",
    "BaseCommunities",
    "CommunitiesForm",
    "CommunityForm",
    "DescriptionForm",
    "HostForm",
    "RulesForm",
    "YearsForm",
]
