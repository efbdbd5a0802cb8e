"""What may be known of rounds of support."""

from __future__ import annotations

from hashlib import sha256

from tracktwo.foundation.people.models import Account
from tracktwo.methods.text import SingleText
from tracktwo.steps.agree.models import Round, RoundRoll, Text
from tracktwo.steps.convene.convert import Turnout, turnout
from tracktwo.steps.convene.models import SideCount


def words_digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def open_round_of(text: Text) -> Round | None:
    return text.rounds.filter(is_open=True).first()


def closed_rounds(text: Text) -> list[Round]:
    """The rounds that have a result, the latest first."""
    return list(text.rounds.filter(is_open=False).order_by("-number"))


def clauses_to_ask(text: Text, state: SingleText) -> list[tuple[str, str]]:
    """Clauses whose words no closed round has asked about, with the digest of these words."""
    before = {digest for one in text.rounds.filter(is_open=False) for _key, digest in one.asked}
    found = [(clause.key, words_digest(clause.standing)) for clause in state.clauses if clause.standing]
    return [(key, digest) for key, digest in found if digest not in before]


def line_of(found: Round, account: Account) -> RoundRoll | None:
    """The account's own line on the roll: whether it has answered."""
    return found.roll.filter(account=account).first()


def round_turnout(found: Round) -> Turnout:
    """How many have answered, told only so far as it gives nobody away: the rule of a vote in the room."""
    return turnout([SideCount(side=one.side, members=one.members, agree=one.voters) for one in found.counts.all()])
