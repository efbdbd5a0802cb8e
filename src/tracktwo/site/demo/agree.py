"""Step 6 of the demonstration: last year's text frozen with its hash, this year's open with a bracket of each side.

The sentences are invented; no room has agreed to them.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from tracktwo.foundation.people.policies import role_of
from tracktwo.methods.text import from_data
from tracktwo.site.demo import agree_support, leaks
from tracktwo.site.demo.stage import Stage
from tracktwo.steps.agree import actions
from tracktwo.steps.agree.convert import rendering_digest
from tracktwo.steps.agree.models import Text
from tracktwo.steps.agree.queries import signing_digest
from tracktwo.steps.plan.models import Workshop
from tracktwo.steps.plan.queries import last_workshop, next_workshop
from tracktwo.steps.select.models import Seat
from tracktwo.steps.select.queries import list_seats

LAST_YEAR = (
    "We met in a personal capacity. This text binds nobody and speaks for nobody who was not in the room.",
    "Scholars of both communities need ways to write to each other that put nobody at home in danger.",
    "Colleagues who had to leave have a right to the archives they built, wherever these are kept now.",
    "One journal in which both communities publish, with an editor from neither, would be a first joint step.",
)
THIS_YEAR = (
    "Scholars from both communities worked in one room, in a personal capacity. This text binds nobody and speaks for "
    "nobody who was not there.",
    "Archives closed since February 2022 should be opened to scholars of both communities in copies kept in a third "
    "place.",
    "A joint seminar for doctoral students meets each spring at universities of both communities and publishes its "
    "syllabus.",
    "Each community carries these findings home.",
)
FOURTH = (
    "Each community carries these findings to its own leadership, its own editors and its own public, in its own "
    "words, and tells the other what it said."
)
WITHIN = ("2", "full-scale", "2022", "The adjective alone can be prosecuted at home; the year says the same.")
LATE = "A joint seminar for doctoral students meets online each spring and publishes its syllabus."
LAST_YEAR_UK = (
    "Ми зустрілися кожне від власного імені. Цей текст нікого не зобов’язує й не промовляє за тих, "
    "кого в кімнаті не було.",
    "Науковцям обох спільнот потрібні способи писати одне одному, які нікому вдома не загрожують.",
    "Колеги, які мусили виїхати, мають право на архіви, що їх зібрали, хоч би де ті зберігалися тепер.",
    "Один журнал, у якому публікуються обидві спільноти, а редактор не належить до жодної, міг би стати першим "
    "спільним кроком.",
)
THIS_YEAR_UK = (
    "Науковці з обох спільнот працювали в одній кімнаті, кожне від власного імені. Цей текст нікого не зобов’язує й не "
    "промовляє за тих, кого там не було.",
    "Архіви, закриті від лютого 2022 року, слід відкрити для науковців обох спільнот у копіях, що зберігаються в "
    "третьому місці.",
    "Спільний семінар для докторантів збирається щовесни в університетах обох спільнот і оприлюднює свою програму.",
)
WANTED_UK = {
    THIS_YEAR_UK[1]: {1: "повномасштабного вторгнення"},
    THIS_YEAR_UK[2]: {2: "у третьому місці"},
}
# clause, words that stand, words wanted, reason
HELD_LAST = {
    1: ("4", "would be", "could be", "Nobody here can promise that an editor will be found."),
    2: ("3", "had to leave", "left", "At home the words will be read as an accusation, and the sentence with them."),
}
HELD_NOW = {
    1: ("2", "February 2022", "the full-scale invasion", "A date alone does not say what happened on it."),
    2: (
        "3",
        "at universities of both communities",
        "in a third place",
        "People at home would answer for the name of an institution; the law on such contacts is not clear.",
    ),
}


def build(stage: Stage) -> None:
    today = stage.now.date()
    held, coming = last_workshop(stage.programme, today), next_workshop(stage.programme, stage.now)
    leaks.teach(stage)
    if held is not None:
        _agree(stage, held)
    if coming is not None and coming.starts_on <= today:
        _begin(stage, coming)


def _agree(stage: Stage, workshop: Workshop) -> None:
    """Last year: one bracket withdrawn, one adopted in the room, support asked, frozen on the last day, co-signed."""
    now = _afternoon(stage, workshop, last=True)
    text = _open(stage, workshop, "What the first room could say together", LAST_YEAR, now)
    for side, seat in _seats(workshop).items():
        _bracket(stage, text, seat, HELD_LAST[side], now)
    _save(stage, text, now)
    for side, seat in _seats(workshop).items():
        _settle(stage, text, seat, HELD_LAST[side][0], side, now)
    text.refresh_from_db()
    _translate(stage, text, LAST_YEAR_UK, now)
    agree_support.ask_everybody(stage, text, workshop, now - timedelta(hours=75))
    _keep_silent(stage, text, workshop, now)
    seen = signing_digest(text)
    for seat in _seats(workshop).values():
        by = role_of(seat.account, "agree.bracket", stage.programme.compartment)
        actions.sign_text(text, seat=seat, seen=seen, by=by, now=now)
    by = stage.by("Heron", "agree.steer")
    actions.freeze_text(text, seen=seen, with_reservations=False, by=by, now=now)
    text.refresh_from_db()
    agree_support.cosign(stage, text)


def _begin(stage: Stage, workshop: Workshop) -> None:
    """This year: a first draft, then other words for the last clause and a bracket of each community."""
    now = _afternoon(stage, workshop)
    text = _open(stage, workshop, "What the room could say together", THIS_YEAR, now)
    _save(stage, text, now)
    actions.change_clause(text, "4", FOURTH, version=1)
    seats = _seats(workshop)
    for side, seat in seats.items():
        _bracket(stage, text, seat, HELD_NOW[side], stage.now)
    _dispute(stage, text, seats)
    leaks.name_an_institute(stage, text)
    text.refresh_from_db()
    _translate(stage, text, THIS_YEAR_UK, stage.now, behind=1)
    _save(stage, text, stage.now)


def _dispute(stage: Stage, text: Text, seats: dict[int, Seat]) -> None:
    """A bracket inside the bracket of another community, and an amendment written on words that had changed."""
    if not seats.keys() >= HELD_NOW.keys():
        return
    _bracket(stage, text, seats[2], WITHIN, stage.now, owner=1)
    by = role_of(seats[1].account, "agree.bracket", stage.programme.compartment)
    reason = "A journey to a third place needs an exit permit that not everybody gets."
    actions.amend_clause(text, "3", LATE, seat=seats[1], version=1, reason=reason, by=by, now=stage.now)


def _afternoon(stage: Stage, workshop: Workshop, last: bool = False) -> datetime:
    day = workshop.ends_on if last else workshop.starts_on
    return min(datetime.combine(day, time(16), tzinfo=stage.now.tzinfo), stage.now)


def _seats(workshop: Workshop) -> dict[int, Seat]:
    """One seat of each community that has words to bracket: whose it is is kept nowhere."""
    return {seat.community.number: seat for seat in list_seats(workshop) if seat.community.number in HELD_NOW}


def _open(stage: Stage, workshop: Workshop, title: str, clauses: tuple[str, ...], now: datetime) -> Text:
    by = stage.by("Juniper", "agree.steer")
    text = actions.open_text(workshop, title=title, language="en", languages=("uk",), by=by, now=now)
    for words in clauses:
        actions.draft_clause(text, words, now=now)
    return text


def _translate(stage: Stage, text: Text, words: tuple[str, ...], now: datetime, behind: int = 0) -> None:
    """Each clause in Ukrainian, reviewed by the reader of that community; the last ``behind`` wait for the reader."""
    state, by = from_data(text.state), stage.by("Plover", "agree.review")
    for place, (clause, one) in enumerate(zip(state.clauses, words, strict=False)):
        made = actions.write_rendering(
            text, clause.key, "uk", one, of_version=clause.version, seen="", now=now, alternatives=WANTED_UK.get(one)
        )
        if place < len(words) - behind:
            seen = rendering_digest(made)
            actions.review_rendering(text, clause.key, "uk", seen=seen, by=by, now=now)


def _keep_silent(stage: Stage, text: Text, workshop: Workshop, now: datetime) -> None:
    """Three days before the last afternoon: everybody reached, both communities asked, nobody objected."""
    began = now - timedelta(hours=72)
    actions.announce_silence(text, hours=72, by=stage.by("Heron", "agree.steer"), now=began)
    for seat in list_seats(workshop):
        actions.say_received(text, account=seat.account)
    for alias in ("Linden", "Rowan"):
        actions.affirm(text, by=stage.by(alias, "agree.vouch"), now=now)
    actions.end_silence(text, now=now)


def _save(stage: Stage, text: Text, now: datetime) -> None:
    actions.save_version(text, by=stage.by("Juniper", "agree.write"), now=now)


def _bracket(
    stage: Stage, text: Text, seat: Seat, held: tuple[str, str, str, str], now: datetime, owner: int | None = None
) -> None:
    clause, stands, wants, reason = held
    by = role_of(seat.account, "agree.bracket", stage.programme.compartment)
    told = {"stands": stands, "wants": wants, "reason": reason}
    actions.open_bracket(text, clause, seat=seat, **told, by=by, now=now, owner=owner)


def _settle(stage: Stage, text: Text, seat: Seat, clause: str, side: int, now: datetime) -> None:
    """The first community's words are adopted in the room, the others take their brackets back."""
    if side != 1:
        by = role_of(seat.account, "agree.bracket", stage.programme.compartment)
        actions.withdraw_bracket(text, clause, seat=seat, by=by, now=now)
        return
    text.refresh_from_db()
    version = from_data(text.state).clause(clause).version
    by = stage.by("Juniper", "agree.steer")
    actions.settle_bracket(text, clause, side=side, adopt=True, version=version, in_room=True, by=by, now=now)
