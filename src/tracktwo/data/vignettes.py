"""Three invented nominees to practise on, with reference scores and the reason for each.

All are made up, of no community in particular. The reference is what the anchors say when read to the letter; whoever
is two points or more away from it should read the anchor again before assessing real people.
"""

from __future__ import annotations

from dataclasses import dataclass

from tracktwo.data.refusals.words import N_


@dataclass(frozen=True)
class Vignette:
    """``scores`` and ``reasons`` by criterion; texts are message ids."""

    name: str
    story: str
    scores: dict[str, int]
    reasons: dict[str, str]


VIGNETTES = {
    "editor": Vignette(
        N_("The editor"),
        N_(
            "Edits a weekly that officials and teachers read. Grew up in a border town and still teaches an evening class "
            "there. Writes sharply about the other community’s army, and last year printed a long letter from one of its "
            "deserters, against the wish of advertisers. Has called for a ceasefire and talks in three editorials. "
            "Colleagues say: brilliant, never lets anybody finish a sentence."
        ),
        {"influence": 4, "belonging": 4, "moderation": 3, "commitment": 3, "listening": 1},
        {
            "influence": N_("Officials and teachers read the weekly every week, and an editor holds no office: 4."),
            "belonging": N_("Lives, teaches and writes at home, in different circles: 4, or 3 if you doubt the range."),
            "moderation": N_(
                "Sharp without contempt, and printed the other side at a price once: 3. Twice would be 4."
            ),
            "commitment": N_("Argued for talks in public, not over years: 3."),
            "listening": N_("“Never lets anybody finish” is an observation, and brilliance is no answer to it: 1."),
        },
    ),
    "scholar": Vignette(
        N_("The scholar abroad"),
        N_(
            "Left twelve years ago for a university overseas and publishes there, in its language, on energy law. Visits "
            "family in summer. In seminars known for saying back what an opponent meant before answering. Signed one open "
            "letter for negotiations and has written nothing else on the conflict. Nobody at home has cited the work."
        ),
        {"influence": 1, "belonging": 1, "moderation": 2, "commitment": 2, "listening": 4},
        {
            "influence": N_("Known in the own field, and not at home: 1."),
            "belonging": N_("Belongs by origin; little to do with life there for years: 1."),
            "moderation": N_("Silent in public; nothing dehumanising is known and nothing independent: 2."),
            "commitment": N_("One signature among many is less than arguing in public: 2."),
            "listening": N_("Says opponents’ views back, and is known for it: 4; 3 if you ask for a changed mind too."),
        },
    ),
    "organiser": Vignette(
        N_("The organiser"),
        N_(
            "Leads a union of nurses with branches in every region and sits on a ministry’s advisory council. Lost a "
            "brother in the war. For six years has run a hospital exchange that brings patients of both communities to "
            "the same wards, and kept it open when a newspaper called it treason. Says that the other side’s leaders are "
            "criminals and its nurses are colleagues. After hearing patients from across, withdrew an own proposal for "
            "separate wards."
        ),
        {"influence": 3, "belonging": 4, "moderation": 4, "commitment": 4, "listening": 4},
        {
            "influence": N_("On an advisory council and heard by a large membership: 3; 4 if others turn to them too."),
            "belonging": N_("Every region, every kind of ward: 4."),
            "moderation": N_("A hard word on leaders, fairness to people, and it cost something: 4."),
            "commitment": N_("Six years of work across the line, against pressure: 4."),
            "listening": N_("Withdrew an own proposal after listening: 4."),
        },
    ),
}
