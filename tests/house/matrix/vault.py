from tests.house.matrix import Row, only

KEEPERS = only("convener", "officer")
TWO = only("convener", "guarantor", "officer")
ROWS = {
    f"vault:{name}": Row(get=KEEPERS, post=KEEPERS) for name in ("door", "found", "unseal", "seal", "reveal", "shred")
} | {
    "vault:purge": Row(get=TWO),
    "vault:purge_ask": Row(get=TWO, post=only("convener")),
    "vault:purge_back": Row(get=TWO, post=TWO),
    "vault:purge_confirm": Row(get=TWO, post=only("guarantor", "officer")),
}
