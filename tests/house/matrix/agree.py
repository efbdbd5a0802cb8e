from tests.cast import NOW, Cast
from tests.house.matrix import Row, only
from tests.steps.agree.stage import lay_table
from tests.steps.workshops import a_workshop

SEE = only("convener", "facilitator", "rapporteur", "guarantor", "reader", "participant")
STEER = only("convener", "rapporteur")
WRITE = only("rapporteur")
SEATED = only("participant")
# The cast has nobody in the translator's role; a translator reads like the rapporteur and does nothing.


def no_text_yet(cast: Cast) -> dict[str, object]:
    return {"workshop": a_workshop(cast, NOW.date()).number}


def a_text(cast: Cast) -> dict[str, object]:
    return {"workshop": lay_table(cast).workshop.number}


def a_clause(cast: Cast) -> dict[str, object]:
    return a_text(cast) | {"clause": "2"}


def a_bracket(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.open_bracket(1)
    return {"workshop": table.workshop.number, "clause": "2", "side": 1}


def inside(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.open_bracket(2)
    return {"workshop": table.workshop.number, "clause": "2", "owner": 2}


def settle_inside(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.open_bracket(2)
    table.open_bracket(1, stands="2022", wants="then", owner=2)
    return {"workshop": table.workshop.number, "clause": "2", "owner": 2, "side": 1}


def a_silence(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.announce()
    return {"workshop": table.workshop.number}


def a_reach(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    reach = table.announce().reaches.filter(side=1).first()
    return {"workshop": table.workshop.number, "reach": reach.pk if reach else 0}


def a_language(cast: Cast) -> dict[str, object]:
    table = lay_table(cast, languages=("uk",))
    return {"workshop": table.workshop.number, "language": "uk"}


def a_translation(cast: Cast) -> dict[str, object]:
    table = lay_table(cast, languages=("uk",))
    table.translate("2", "Архіви слід відкрити.", review=False)
    return {"workshop": table.workshop.number, "clause": "2", "language": "uk"}


def a_version(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.save()
    return {"workshop": table.workshop.number, "number": 1}


def a_closing(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.freeze()
    return {"workshop": table.workshop.number, "language": "uk"}


def a_frozen_text(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.freeze()
    return {"workshop": table.workshop.number}


def a_round(cast: Cast) -> dict[str, object]:
    table = lay_table(cast)
    table.open_round()
    return {"workshop": table.workshop.number}


ROWS = {
    "agree:about": Row(get=SEE),
    "agree:text": Row(get=SEE, kwargs=a_text),
    "agree:open": Row(get=STEER, post=STEER, kwargs=no_text_yet),
    "agree:draft": Row(get=WRITE, post=WRITE, kwargs=a_text),
    "agree:statements": Row(get=WRITE, post=WRITE, kwargs=a_text),
    "agree:save": Row(get=SEE, post=WRITE, kwargs=a_text),
    "agree:freeze": Row(get=STEER, post=STEER, kwargs=a_text),
    "agree:clause": Row(get=WRITE, post=WRITE, kwargs=a_clause),
    "agree:bracket": Row(get=SEATED, post=SEATED, kwargs=a_clause),
    "agree:withdraw": Row(get=SEE, post=SEATED, kwargs=a_clause),
    "agree:settle": Row(get=STEER, post=STEER, kwargs=a_bracket),
    "agree:amend": Row(get=SEATED, post=SEATED, kwargs=a_clause),
    "agree:criticise": Row(get=SEATED, post=SEATED, kwargs=a_clause),
    "agree:history": Row(get=SEE, kwargs=a_clause),
    "agree:inside": Row(get=SEATED, post=SEATED, kwargs=inside),
    "agree:withdraw_inside": Row(get=SEE, post=SEATED, kwargs=inside),
    "agree:settle_inside": Row(get=STEER, post=STEER, kwargs=settle_inside),
    "agree:brackets": Row(get=SEE, kwargs=a_text),
    "agree:leaks": Row(get=STEER, post=STEER, kwargs=a_text),
    "agree:check": Row(get=STEER, post=STEER, kwargs=a_text),
    "agree:language": Row(get=SEE, kwargs=a_language),
    "agree:translate": Row(get=SEE, post=WRITE, kwargs=a_translation),
    "agree:review": Row(get=SEE, post=only("reader"), kwargs=a_translation),
    "agree:silence": Row(get=SEE, kwargs=a_silence),
    "agree:announce": Row(get=STEER, post=STEER, kwargs=a_text),
    "agree:received": Row(get=SEE, post=SEATED, kwargs=a_silence),
    "agree:vouch": Row(get=SEE, post=only("guarantor"), kwargs=a_reach),
    "agree:affirm": Row(get=SEE, post=only("guarantor"), kwargs=a_silence),
    "agree:object": Row(get=SEATED, post=SEATED, kwargs=a_silence),
    "agree:call_off": Row(get=SEE, post=STEER, kwargs=a_silence),
    "agree:clock": Row(get=SEE, post=SEE, kwargs=a_silence),
    "agree:closing": Row(get=SEE, kwargs=a_closing),
    "agree:cosign": Row(get=SEE, post=only("guarantor"), kwargs=a_frozen_text),
    "agree:support": Row(get=SEE, kwargs=a_round),
    "agree:open_round": Row(get=STEER, post=STEER, kwargs=a_text),
    "agree:answer_round": Row(get=SEATED, post=SEATED, kwargs=a_round),
    "agree:close_round": Row(get=STEER, post=STEER, kwargs=a_round),
    "agree:withdraw_round": Row(get=SEE, post=STEER, kwargs=a_round),
    "agree:sign": Row(get=SEE, post=SEATED, kwargs=a_text),
    "agree:versions": Row(get=SEE, kwargs=a_text),
    "agree:version_file": Row(get=SEE, kwargs=a_version),
    "agree:compare": Row(get=SEE, kwargs=a_text),
}
