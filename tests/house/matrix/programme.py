from tests.house.matrix import INSIDE, Row, only

ROWS = {
    "programme:new": Row(get=only("convener"), post=only("convener")),
    "programme:about": Row(get=INSIDE),
    "programme:describe": Row(get=only("convener"), post=only("convener")),
    "programme:agenda": Row(get=only("convener"), post=only("convener")),
    "programme:rules": Row(get=only("convener"), post=only("convener")),
    "programme:people": Row(get=only("convener"), post=only("convener")),
}
