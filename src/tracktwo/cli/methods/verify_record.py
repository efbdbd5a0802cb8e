#!/usr/bin/env python3
"""Verify the record of a Track Two programme, alone and offline.

    python verify_record.py EXPORT.zip [--checkpoint EARLIER.txt] [--key HEX] [--json]
    python verify_record.py CHECKPOINT.txt [--key HEX]

One file, Python 3.8 or newer, nothing but the standard library: read it before you trust it, and take it from
somewhere else than the ZIP you check. It prints what it checked, what it cannot check, eight words to compare
by telephone, and then `valid` (exit 0) or the first thing wrong (exit 1).

The format is described byte by byte in docs/reference/record.md. Standards: RFC 8785 (canonical JSON), RFC 6962
(Merkle tree), RFC 8032 (Ed25519), c2sp.org/signed-note and c2sp.org/tlog-checkpoint (the signed text).
"""

import argparse
import base64
import hashlib
import json
import pathlib
import re
import struct
import sys
import unicodedata
import zlib

NAMES = ["README.txt", "record.jsonl", "checkpoint.txt", "host.pub", "verify_record.py", "contents.txt"]
COSIGNED = "cosignatures.jsonl"  # before the list of contents, where a community has co-signed


class Wrong(Exception):
    """The first thing that is wrong, as a sentence."""


class Report:
    """What was checked, what cannot be checked from here, and what was wrong (empty when valid)."""

    def __init__(self, kind):
        self.kind, self.checked, self.unchecked = kind, [], []
        self.words, self.key, self.size, self.wrong = "", "", 0, ""

    @property
    def valid(self):
        return not self.wrong


def verify(path, earlier=None, key=None):
    """A Report on the export or checkpoint at ``path``; ``earlier`` is a path too, ``key`` is hexadecimal."""
    report = Report("record")
    try:
        data = read_file(path)
        if data[:2] == b"PK":
            check_export(report, data, read_file(earlier) if earlier else None, key)
        else:
            report.kind = "checkpoint"
            require(not earlier, "An earlier checkpoint is checked against a record export, not against a checkpoint.")
            check_checkpoint(report, data, key)
            report.unchecked.append("the entries: they are in the record export, not in a checkpoint")
    except Wrong as wrong:
        report.wrong = str(wrong)
    return report


def require(condition, sentence):
    if not condition:
        raise Wrong(sentence)


def read_file(path):
    try:
        return pathlib.Path(path).read_bytes()
    except OSError as fault:
        raise Wrong(f"The file {path} cannot be read.") from fault


# The claims, one after the other
def check_export(report, data, earlier, key):
    files, rebuilt = read_zip(data)
    names = [name for name, _ in files]
    require(
        names in (NAMES, [*NAMES[:-1], COSIGNED, NAMES[-1]]), "The file is not a record export: it holds other files."
    )
    content = dict(files)
    size, root, origin = check_checkpoint(report, content["checkpoint.txt"], key)
    leaves = check_entries(report, content["record.jsonl"], origin.split("/")[1])
    require(len(leaves) == size, f"The record has {len(leaves)} entries, its checkpoint says {size}.")
    require(merkle_root(leaves) == root, "The entries do not give the root that the host signed.")
    report.checked.append(f"the {size} entries are those of the signed checkpoint (Merkle root)")
    check_earlier(report, earlier, leaves, origin)
    check_cosigned(report, content.get(COSIGNED, b""), leaves, origin.split("/")[1])
    check_contents(report, content, origin, names)
    require(rebuilt == data, "The ZIP itself was altered or packed again; use the file as the host gave it.")
    report.checked.append("the ZIP holds nothing else, byte for byte")
    report.unchecked += [
        "that what is written here happened, and when: minutes are those of the host's clock",
        "that the programs and texts in the ZIP are good ones: they are the host's own, signed by the host",
    ]


def check_checkpoint(report, data, key):
    """Three lines and a signature by the key that the first line names."""
    text, signatures = read_note(data, "checkpoint")
    lines = text.split("\n")
    require(len(lines) == 4 and lines[3] == "", "The checkpoint does not have three lines.")
    origin, names_both = lines[0], re.fullmatch(r"tracktwo/[A-Za-z0-9_-]{1,32}/[0-9a-f]{64}", lines[0])
    require(names_both, "The first line of the checkpoint does not name a book and a key.")
    require(re.fullmatch(r"0|[1-9][0-9]{0,15}", lines[1]), "The second line of the checkpoint is not a size.")
    root = read_base64(lines[2], "The third line of the checkpoint is not a root.")
    require(len(root) == 32, "The third line of the checkpoint is not a root.")
    check_signature(text, signatures, origin, "checkpoint")
    report.key, report.size = origin.split("/")[2], int(lines[1])
    report.words = " ".join(WORDS[byte] for byte in root[:8])
    report.checked.append(f"the checkpoint is signed by the key {report.key}")
    if key is None:
        report.unchecked.append("that this key is the host's: compare it by another way, or give it with --key")
    else:
        require(key.strip().lower() == report.key, "The record is signed by another key than the one given.")
        report.checked.append("the key is the one given")
    return report.size, root, origin


def check_entries(report, data, book):
    """Every line canonical, in the closed form, chained to the one before. Returns the leaves as bytes."""
    require(data == b"" or data.endswith(b"\n"), "The last entry of the record is cut off.")
    previous = hashlib.sha256(b"tracktwo/record/book/v1\n" + book.encode()).digest()
    leaves = []
    for number, line in enumerate(data.split(b"\n")[:-1]):
        entry = read_canonical(line, number)
        is_entry = isinstance(entry, dict) and list(entry) == ["hash", "leaf", "previous"]
        require(is_entry, f"Entry {number} is not made of a leaf and two hashes.")
        check_leaf(entry["leaf"], book, number)
        leaf = canonical(entry["leaf"])
        require(entry["previous"] == previous.hex(), f"Entry {number} does not follow the entry before it.")
        previous = hashlib.sha256(b"tracktwo/record/entry/v1\n" + previous + leaf).digest()
        require(entry["hash"] == previous.hex(), f"Entry {number} does not have the hash it states.")
        leaves.append(leaf)
    report.checked.append("every entry is in canonical form and chained to the one before (SHA-256)")
    return leaves


FIELDS = {  # of a leaf, in their order, each with the form of its JSON
    "book": r'"[A-Za-z0-9_-]{1,32}"',
    "deed": r'"[a-z_]+\.[a-z_]+"',
    "facts": r"\{.*\}",
    "key": r'"[A-Za-z0-9._:-]{0,64}"',
    "kind": r'"[a-z_.]{0,32}"',
    "minute": r'"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}Z"',
    "role": r'"[a-z_]{1,32}"',
    "seq": r"[0-9]+",
    "side": r"null|[1-9][0-9]?",
    "v": r"1",
}


def check_leaf(leaf, book, number):
    require(
        isinstance(leaf, dict) and list(leaf) == list(FIELDS), f"Entry {number} does not have the ten known fields."
    )
    for name, form in FIELDS.items():
        require(re.fullmatch(form, canonical(leaf[name]).decode()), f"Entry {number} has a {name} in another form.")
    require(leaf["book"] == book and leaf["seq"] == number, f"Entry {number} is out of its place.")
    for name, value in leaf["facts"].items():
        require(re.fullmatch("[a-z_]+", name) and is_fact(value), f"Entry {number} has a fact in another form.")


def is_fact(value):
    """A whole number that every reader of JSON keeps, or one short line of normal text."""
    if type(value) is int:
        return abs(value) < 2**53
    is_line = isinstance(value, str) and len(value) <= 200 and all(c >= " " for c in value)
    return is_line and unicodedata.is_normalized("NFC", value)


def check_earlier(report, earlier, leaves, origin):
    if earlier is None:
        report.unchecked.append(
            "that nothing was changed since you last looked: give a checkpoint you kept, --checkpoint"
        )
        return
    try:
        size, root, earlier_origin = check_checkpoint(Report("checkpoint"), earlier, None)
    except Wrong as wrong:
        raise Wrong(f"The earlier checkpoint does not hold. {wrong}") from wrong
    require(earlier_origin.split("/")[1] == origin.split("/")[1], "The earlier checkpoint is of another record.")
    require(earlier_origin == origin, "The earlier checkpoint was signed by another key.")
    require(size <= len(leaves), "The record is shorter than it was at the earlier checkpoint.")
    require(
        merkle_root(leaves[:size]) == root,
        f"The past was rewritten: the first {size} entries are not those of the earlier checkpoint.",
    )
    report.checked.append(f"the first {size} entries are those of the earlier checkpoint")


COSIGNED_FIELDS = {  # of a co-signature, in their order
    "digest": r'"[0-9a-f]{64}"',
    "key": r'"[0-9a-f]{64}"',
    "origin": r'"tracktwo/[A-Za-z0-9_-]{1,32}/[0-9a-f]{64}"',
    "root": r'"[0-9a-f]{64}"',
    "side": r"[1-9][0-9]?",
    "signature": r'"[0-9a-f]{128}"',
    "size": r"[1-9][0-9]{0,15}",
}


def check_cosigned(report, data, leaves, book):
    """Exactly the co-signatures that the record tells of, in its order, each good under the key its community named."""
    entries = [json.loads(leaf.decode()) for leaf in leaves]
    told = [entry for entry in entries if entry["deed"] == "agree.cosigned"]
    require(data == b"" or data.endswith(b"\n"), "The last co-signature is cut off.")
    lines = data.split(b"\n")[:-1]
    same = [entry["facts"].get("digest") for entry in told] == [hashlib.sha256(line).hexdigest() for line in lines]
    require(same, "The co-signatures are not those that the record tells of.")
    for place, entry in enumerate(told):
        check_one_cosigned(report, lines[place], entry, entries, leaves, book)
    if told:
        report.unchecked.append("that the keys of the communities are theirs: compare each with its guarantor")


def check_one_cosigned(report, line, entry, entries, leaves, book):
    one, what = read_cosigned(line), f"The co-signature of entry {entry['seq']}"
    party, size, facts = f"community-{one['side']}", one["size"], entry["facts"]
    own = entry["side"] == one["side"] == facts.get("community") and entry["role"] == "guarantor"
    require(own and one["origin"].split("/")[1] == book, f"{what} is of another community or another record.")
    covered = size <= entry["seq"] and merkle_root(leaves[:size]).hex() == one["root"]
    require(covered, f"{what} is under other entries than those of this record.")
    frozen = [e["facts"] for e in entries[:size] if e["deed"] == "agree.frozen"]
    about = any((f.get("digest"), f.get("workshop")) == (one["digest"], facts.get("workshop")) for f in frozen)
    require(about, f"{what} is on a text that was not frozen before it.")
    require(
        key_in_force(entries[: entry["seq"]], party) == one["key"], f"{what} is by a key that {party} had not named."
    )
    head = "{}\n{}\n{}\n".format(one["origin"], size, base64.b64encode(bytes.fromhex(one["root"])).decode())
    parts = [party.encode(), bytes.fromhex(one["digest"]), head.encode()]
    message = b"tracktwo/record/cosign/v1\n" + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    key, signature = bytes.fromhex(one["key"]), bytes.fromhex(one["signature"])
    require(is_good_signature(key, hashlib.sha256(message).digest(), signature), f"{what} is false.")
    report.checked.append(f"{party} co-signed the first {size} entries and the frozen text {one['digest']}")


def read_cosigned(line):
    sentence = "A co-signature has another form."
    try:
        one = json.loads(line.decode(), parse_float=str, parse_constant=str)
    except (ValueError, RecursionError) as fault:
        raise Wrong(sentence) from fault
    require(isinstance(one, dict) and list(one) == list(COSIGNED_FIELDS) and canonical(one) == line, sentence)
    for name, form in COSIGNED_FIELDS.items():
        require(re.fullmatch(form, canonical(one[name]).decode()), sentence)
    return one


def key_in_force(entries, party):
    """The key that a party had named last and not withdrawn."""
    key = None
    for entry in entries:
        if entry["facts"].get("party") == party and entry["deed"] in ("select.key_named", "select.key_withdrawn"):
            key = entry["facts"].get("digest") if entry["deed"] == "select.key_named" else None
    return key


def check_contents(report, content, origin, names):
    """The signed list of files, and the public key in the form other tools read."""
    text, signatures = read_note(content["contents.txt"], "list of contents")
    check_signature(text, signatures, origin, "list of contents")
    lines = ["tracktwo/export/v1"]
    lines += [f"{hashlib.sha256(content[name]).hexdigest()}  {name}" for name in names[:-1]]
    require(text == "\n".join(lines) + "\n", "A file in the ZIP is not the one the host signed.")
    key = bytes.fromhex(origin.split("/")[2])
    line = "{}+{}+{}\n".format(origin, key_id(origin, key).hex(), base64.b64encode(b"\x01" + key).decode())
    require(content["host.pub"] == line.encode(), "The public key in the ZIP is not the one that signed.")
    report.checked.append("every file in the ZIP is the one the host signed")


# Canonical JSON (RFC 8785 without fractions; all names in a record are ASCII, so that Python's order is the standard's)
def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def read_canonical(data, number):
    sentence = f"Entry {number} is not in canonical form."
    try:
        value = json.loads(data.decode(), parse_float=str, parse_constant=str)  # 1.0 becomes "1.0": not the same bytes
        require(canonical(value) == data, sentence)
    except (ValueError, RecursionError) as fault:
        raise Wrong(sentence) from fault
    return value


# Merkle tree (RFC 6962, section 2.1)
def merkle_root(leaves):
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\x01" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
        level = pairs + level[2 * len(pairs) :]  # a node without a neighbour goes up as it is
    return level[0]


# Signed notes (c2sp.org/signed-note)
def read_note(data, what):
    sentence = f"The {what} is not a signed note."
    try:
        note = data.decode()
    except UnicodeDecodeError as fault:
        raise Wrong(sentence) from fault
    text, empty_line, below = note.rpartition("\n\n")
    lines = below.split("\n")
    require(empty_line and len(note) <= 16384 and lines.pop() == "" and 1 <= len(lines) <= 16, sentence)
    require(all(c >= " " or c == "\n" for c in note), sentence)
    signatures = []
    for line in lines:
        parts = line.split(" ")
        require(len(parts) == 3 and parts[0] == "—" and re.fullmatch(r"[^\s+]+", parts[1]), sentence)
        blob = read_base64(parts[2], sentence)
        require(len(blob) >= 5, sentence)
        signatures.append((parts[1], blob[:4], blob[4:]))
    return text + "\n", signatures


def check_signature(text, signatures, origin, what):
    """At least one line by the key in the origin, and every such line good; other people's lines are passed over."""
    key = bytes.fromhex(origin.split("/")[2])
    wanted = (origin, key_id(origin, key))
    mine = [signature for name, known_by, signature in signatures if (name, known_by) == wanted]
    require(mine, f"The {what} is not signed by the key it names.")
    good = all(is_good_signature(key, text.encode(), signature) for signature in mine)
    require(good, f"The signature of the {what} is false.")


def key_id(name, key):
    return hashlib.sha256(name.encode() + b"\n\x01" + key).digest()[:4]


def read_base64(text, sentence):
    try:
        data = base64.b64decode(text, validate=True)
    except ValueError as fault:
        raise Wrong(sentence) from fault
    require(base64.b64encode(data).decode() == text, sentence)  # spare bits must be zero
    return data


# Ed25519 (RFC 8032, sections 5.1 and 6), verification only: points are (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)


def add(a, b):
    m, n = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    s, t = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = n - m, t - s, t + s, n + m
    return (e * f % P, g * h % P, f * g % P, e * h % P)


def multiply(scalar, point):
    result = NEUTRAL
    while scalar:
        if scalar & 1:
            result = add(result, point)
        point, scalar = add(point, point), scalar >> 1
    return result


def are_equal(a, b):
    return (a[0] * b[2] - b[0] * a[2]) % P == 0 == (a[1] * b[2] - b[1] * a[2]) % P


def read_point(data):
    """The point of 32 bytes, or None where they are the canonical form of no point."""
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (1 << 255) - 1
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if y >= P or (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)


BASE = read_point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def is_good_signature(key, message, signature):
    if len(key) != 32 or len(signature) != 64:
        return False
    point, commitment = read_point(key), read_point(signature[:32])
    scalar = int.from_bytes(signature[32:], "little")
    if point is None or commitment is None or scalar >= L or are_equal(multiply(8, point), NEUTRAL):
        return False  # the last: a key of low order, under which anybody can sign anything
    challenge = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), "little") % L
    return are_equal(multiply(scalar, BASE), add(commitment, multiply(challenge, point)))


# The ZIP: stored without compression, no date, in one order, so that it has one possible sequence of bytes
def read_zip(data):
    """The (name, content) pairs from the front, and the bytes that a ZIP of exactly these has."""
    files, at = [], 0
    while data[at : at + 4] == b"PK\x03\x04" and len(data) >= at + 30 and len(files) < len(NAMES) + 1:
        size, name_length, extra_length = struct.unpack_from("<IHH", data, at + 22)
        start = at + 30 + name_length + extra_length
        files.append((data[at + 30 : at + 30 + name_length].decode("latin-1"), data[start : start + size]))
        at = start + size
    return files, stored_zip(files)


def stored_zip(files):
    front, directory = b"", b""
    for name, content in files:
        title = name.encode("latin-1")
        about = struct.pack("<HHHHHIIIHH", 20, 0, 0, 0, 33, zlib.crc32(content), *[len(content)] * 2, len(title), 0)
        place = struct.pack("<HHHII", 0, 0, 0, 0, len(front)) + title
        directory += b"PK\x01\x02" + struct.pack("<H", 20) + about + place
        front += b"PK\x03\x04" + about + title + content
    end = struct.pack("<HHHHIIH", 0, 0, len(files), len(files), len(directory), len(front), 0)
    return front + directory + b"PK\x05\x06" + end


# Eight words: the first eight bytes of the root, a word each
WORDS_IN_ORDER = """
acorn actor agent album alley amber anchor angle apple apron arena arrow atlas attic autumn badge baker bamboo banjo
barley basin basket beach beacon beaver berry bishop blanket bonfire bottle branch bread brick bridge broom bucket
buffalo butter button cabin cactus camel camera canal candle canoe canvas carbon carpet carrot castle cedar cellar
cement cereal chain chalk cherry chess chimney cinema circus citrus clay clock clover cobalt coffee comet compass
copper coral cotton cradle crater crayon cricket crystal curtain cushion cypress daisy dancer delta desert diamond
dinner doctor dolphin domino donkey dragon drawer drum easel echo elbow elephant emerald engine envelope fabric falcon
feather fennel fiddle flame flute forest fossil fox frost galaxy garden garlic garment gazelle ginger giraffe glacier
glove goblet granite grape gravel guitar harbour harvest hazel helmet heron honey horizon hotel igloo indigo insect
iron island ivory jacket jaguar jasmine jersey jewel jigsaw jungle kayak kernel kettle kidney kitchen kiwi ladder
lagoon lantern laurel lemon leopard lettuce library lilac linen lion lizard lobster lotus magnet maple marble market
meadow melon meteor mirror mitten mosaic mountain muffin museum nectar needle nickel noodle nutmeg oasis ocean olive
onion opal orange orchard orchid otter oven oyster palace panda paper pebble pelican pencil pepper piano pigeon planet
plum pocket poem pond pumpkin puzzle quartz quilt rabbit radish raven ribbon river robin saddle salmon sandal satin
saucer shadow silver sparrow spinach spoon squirrel stable sugar sunset teapot temple thimble thunder ticket tiger
timber tomato trumpet tulip tunnel turtle umbrella velvet violin walnut whistle willow window winter yogurt zebra
"""
WORDS = WORDS_IN_ORDER.split()


def say(report, as_json=False):
    """The report as JSON or as lines of text, `valid` or the first thing wrong last."""
    if as_json:
        return json.dumps(dict(vars(report), valid=report.valid), ensure_ascii=False, indent=2)
    lines = [f"Checked: {claim}." for claim in report.checked]
    if report.valid:
        lines += [f"Cannot be checked from here: {claim}." for claim in report.unchecked]
        lines += [f"{report.size} entries. Eight words: {report.words}"] if report.words else []
        lines.append("valid")
    else:
        lines.append(report.wrong)
    return "\n".join(lines)


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Verify the record of a Track Two programme, alone and offline.")
    parser.add_argument("file", help="a record export (ZIP) or a checkpoint (text)")
    parser.add_argument("--checkpoint", help="a checkpoint you kept from earlier")
    parser.add_argument("--key", help="the host's public key in hexadecimal, known by another way")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    asked = parser.parse_args(arguments)
    report = verify(asked.file, asked.checkpoint, asked.key)
    print(say(report, asked.json))
    return 0 if report.valid else 1


if __name__ == "__main__":
    sys.exit(main())
