"""The findings of a workshop, and how far each may go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracktwo.methods.text import from_data
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries import REVIEWED, frozen_text, rendering_state, renderings_in
from tracktwo.steps.convene.models import JointStep, Option, Statement
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.transmit.models import Level


@dataclass(frozen=True)
class FindingFace:
    """A clause as a finding: its key, its place in the text, its words in the language of the text, its level.

    ``versions``: the words by language, that of the text and each in which a reader found that they say the same.
    """

    clause: str
    number: int
    words: str
    language: str
    level: Level
    versions: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Worked:
    """What the room worked out beside the text, in one language: an option, or a joint step with role and day."""

    kind: str
    words: str
    language: str


def clauses_of(text: Text) -> list[tuple[str, str]]:
    """Key and standing words of every clause that was not struck out."""
    return [(clause.key, clause.standing) for clause in from_data(text.state).clauses if clause.standing]


def reviewed_versions(text: Text) -> dict[str, dict[str, str]]:
    """Clause -> language -> words: the text's own, and every version that was reviewed and is not behind it."""
    clauses = [clause for clause in from_data(text.state).clauses if clause.standing]
    versions = {clause.key: {text.language: clause.standing} for clause in clauses}
    for language in text.languages:
        found = renderings_in(text, language)
        for clause in clauses:
            if rendering_state(clause, found.get(clause.key)) == REVIEWED:
                versions[clause.key][language] = found[clause.key].words
    return versions


def list_findings(workshop: Workshop) -> list[FindingFace]:
    """In the order of the agreed text; none before it is frozen. What nobody has decided stays with the cohort."""
    text = frozen_text(workshop)
    if text is None:
        return []
    levels, versions = dict(workshop.findings.values_list("clause", "level")), reviewed_versions(text)
    return [
        FindingFace(key, number, words, text.language, Level(levels.get(key, Level.KEPT)), versions[key])
        for number, (key, words) in enumerate(clauses_of(text), start=1)
    ]


def levels_said(workshop: Workshop) -> bool:
    return workshop.findings.exists()


def worked_out(workshop: Workshop) -> list[Worked]:
    """Options and joint steps of the sessions, oldest first: offered to the briefs, carried by nobody yet.

    Not among them is an option whose words are held off the wall, nor anything of a session that stays inside; nor a
    step on either.
    """
    options = Option.objects.filter(session__workshop=workshop, statement__session__stays_inside=False)
    options = options.exclude(statement__state=Statement.State.HELD).select_related("statement").order_by("id")
    steps = JointStep.objects.filter(session__workshop=workshop, session__stays_inside=False).order_by("due", "id")
    steps = steps.exclude(option__statement__session__stays_inside=True)
    steps = steps.exclude(option__statement__state=Statement.State.HELD)
    return [
        *(Worked("options", one.statement.text, one.statement.language) for one in options),
        *(Worked("steps", one.text, one.language) for one in steps),
    ]
