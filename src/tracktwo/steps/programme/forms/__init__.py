"""What is typed in step 1."""

from tracktwo.steps.programme.forms.programme import (
    MOST_COMMUNITIES,
    AgendaForm,
    BaseCommunities,
    CommunitiesForm,
    CommunityForm,
    DescriptionForm,
    HostForm,
    RulesForm,
    YearsForm,
)

__all__ = [
    "MOST_COMMUNITIES",
    "AgendaForm",
    "BaseCommunities",
    "CommunitiesForm",
    "CommunityForm",
    "DescriptionForm",
    "HostForm",
    "RulesForm",
    "YearsForm",
]
