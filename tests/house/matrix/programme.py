from tests.cast import Cast
from tests.house.matrix import INSIDE, Row, only
from tests.steps.programme.given import an_alarm


def a_match(cast: Cast) -> dict[str, int]:
    return {"number": an_alarm(cast).pk}


ROWS = {
    "programme:new": Row(get=only("convener"), post=only("convener")),
    "programme:about": Row(get=INSIDE),
    "programme:describe": Row(get=only("convener"), post=only("convener")),
    "programme:agenda": Row(get=only("convener"), post=only("convener")),
    "programme:agenda_edit": Row(get=only("convener"), post=only("convener")),
    "programme:agenda_templates": Row(get=only("convener"), post=only("convener")),
    "programme:agenda_versions": Row(get=INSIDE),
    "programme:rules": Row(get=only("convener"), post=only("convener")),
    "programme:screening": Row(get=INSIDE, post=only("convener")),
    "programme:money": Row(get=INSIDE, post=only("convener")),
    "programme:organisations": Row(get=only("convener"), post=only("convener")),
    "programme:register": Row(get=only("convener"), post=only("convener")),
    "programme:house_register": Row(get=only("convener"), post=only("convener")),
    "programme:register_line": Row(get=only("convener"), post=only("convener")),
    "programme:alarm": Row(get=only("convener"), post=only("convener"), kwargs=a_match),
    "programme:people": Row(get=only("convener"), post=only("convener")),
}
