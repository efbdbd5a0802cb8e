"""Five criteria for nominees, each with a question, what to look for, and a sentence for every score from 0 to 4.

The first four are H. C. Kelman's: people who are politically involved and influential without deciding themselves,
part of the mainstream of their community, moderate, and willing to look for a negotiated solution ("Informal
mediation by the scholar/practitioner", 1992; "Interactive problem solving as a tool for second track diplomacy",
2002). The fifth is what his method asks of everybody in the room. Anchors and wording are ours.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.data.refusals.words import N_


@dataclass(frozen=True)
class Rubric:
    """``anchors`` are the sentences for 0, 1, 2, 3 and 4; all texts are message ids."""

    name: str
    question: str
    look_for: str
    anchors: tuple[str, str, str, str, str]


RUBRICS = {
    "influence": Rubric(
        N_("Involved and influential"),
        N_("Is this person heard by those who decide, or by those whom many follow, without deciding themselves?"),
        N_(
            "Who cites, invites or consults them; which bodies, editorial boards or movements they work in; since when."
        ),
        (
            N_("Nobody with influence hears them, or they hold power themselves and would speak for it."),
            N_("Known to colleagues in their own field only."),
            N_("Heard now and then beyond the own field: an article read, an invitation to a committee."),
            N_("Consulted regularly by people who advise decision-makers, or read by many."),
            N_("A voice that decision-makers or large parts of the public turn to, while bound by no office."),
        ),
    ),
    "belonging": Rubric(
        N_("Part of the larger community"),
        N_("Does this person stand within the community, so that others there would recognise themselves in them?"),
        N_("Where they live and publish, in which language, with whom they work; how people at home speak of them."),
        (
            N_("Has broken with the community, or is seen there as somebody else’s voice."),
            N_("Belongs by origin, and has had little to do with life there for years."),
            N_("Takes part in some circles of the community, and is unknown or contested in most."),
            N_("Rooted there: works, publishes or volunteers among people of different circles."),
            N_("Regarded as one of us across several circles of the community, also by those who disagree."),
        ),
    ),
    "moderation": Rubric(
        N_("Politically moderate"),
        N_("Does this person leave room for the other side to be human, and for their own side to be wrong?"),
        N_(
            "Public statements on the conflict and their tone; how they answer critics; what they refused to sign or say."
        ),
        (
            N_("Calls for violence against the other community, or denies that it is a people."),
            N_("Speaks of the other community only as an enemy; admits no fault of the own side."),
            N_("Cautious or silent in public; no dehumanising words are known, and no independent ones either."),
            N_("Holds a clear position and argues it without contempt; names faults of the own side at times."),
            N_("Known for holding a position and for fairness to those who oppose it, also when it cost something."),
        ),
    ),
    "commitment": Rubric(
        N_("Committed to a negotiated solution"),
        N_("Does this person want an agreement that both communities can live with?"),
        N_("Texts, votes, campaigns and earlier dialogues; what they did when talks were unpopular."),
        (
            N_("Rejects negotiation in principle, or works against it."),
            N_("Would accept talks only on surrender of the other side."),
            N_("Says that talks will be needed one day; has done nothing for it."),
            N_("Has argued for negotiations in public, or taken part in contacts between the communities."),
            N_("Has worked for a negotiated solution over years, also against pressure at home."),
        ),
    ),
    "listening": Rubric(
        N_("Capacity to listen"),
        N_("Can this person hear what hurts, say it back so that the speaker agrees, and change their mind?"),
        N_("Conduct in debates, seminars and on committees; what students, colleagues or opponents say of it."),
        (
            N_("Interrupts, lectures, humiliates; leaves when contradicted."),
            N_("Waits for the own turn; answers what was not said."),
            N_("Listens to people of like mind; grows impatient with others."),
            N_("Lets others finish, asks back, and repeats a view fairly before opposing it."),
            N_("Known for understanding opponents in their own words; has changed a position after listening."),
        ),
    ),
}
