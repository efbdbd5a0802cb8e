from tests.house.matrix import Row, only

KEEPERS = only("convener", "officer")
ROWS = {
    f"vault:{name}": Row(get=KEEPERS, post=KEEPERS) for name in ("door", "found", "unseal", "seal", "reveal", "shred")
}
