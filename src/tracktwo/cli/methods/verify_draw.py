#!/usr/bin/env python3
"""Verify a draw, alone and offline.

    python verify_draw.py PROOF.json [--audit AUDIT.json] [--json]
    python verify_draw.py RECEIPT.json

One file, Python 3.8 or newer, nothing but the standard library (`python -I -S` will do): read it before you trust
it. It repeats every step of the draw, says which claims it checked and which nobody can check from here, and ends
with `valid` (exit 0) or the first thing wrong (exit 1).

It is long, and repeats what verify_record.py has of signatures, because it must be all that anybody needs to read.
Forms are described in docs/reference/proofs.md, the six steps in docs/explanation/the-draw.md. Standards: RFC 8785
(canonical JSON), RFC 6962 (Merkle tree), RFC 2104 (HMAC), RFC 3797, RFC 8032 (Ed25519); drand for the beacon.
"""

import argparse
import hashlib
import hmac
import json
import math
import pathlib
import re
import sys
from fractions import Fraction

LARGEST = 200_000_000
MARGIN = 600
ABORTED = "counts as empty, as it was not opened in time or did not fit its seal"


class Wrong(Exception):
    """The first thing that is wrong, as a sentence."""


class Report:
    """What was checked, what cannot be checked from here, and what was wrong (empty when valid)."""

    def __init__(self):
        self.kind, self.checked, self.unchecked = "draw", [], []
        self.words, self.key, self.size, self.wrong = "", "", 0, ""

    @property
    def valid(self):
        return not self.wrong


def verify(path, earlier=None, key=None, audit=None):
    """A Report on the proof or receipt at ``path``; a checkpoint or a key belongs to a record and is refused."""
    report = Report()
    try:
        require(not earlier and not key, "A checkpoint and a key belong to a record, not to the proof of a draw.")
        content = read(path)
        audited = read(audit) if audit else None
        check_file(report, content, audited)
    except Wrong as wrong:
        report.wrong = str(wrong)
    except (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError):
        report.wrong = "This file is not the proof of a draw, or something in it has another form."
    return report


def recognises(beginning):
    return beginning.startswith(b'{"')


def require(condition, sentence):
    if not condition:
        raise Wrong(sentence)


def check_file(report, content, audited):
    kinds = {"tracktwo-ceremony": (check_ceremony, 1), "tracktwo-draw": (check_given, 2)}
    kinds["tracktwo-receipt"] = (check_receipt, 1)
    require(content.get("format") in kinds, "This is neither the proof of a draw nor a receipt.")
    check, version = kinds[content["format"]]
    same = type(content["version"]) is int and content["version"] == version
    require(same, "This file has a form that this verifier does not know.")
    check(report, content, audited)


def read(path):
    """A file in canonical JSON whose digest fits all the rest."""
    try:
        with pathlib.Path(path).open("rb") as file:
            data = file.read(LARGEST)
    except OSError as fault:
        raise Wrong(f"The file {path} cannot be read.") from fault
    content = json.loads(data.decode(), parse_float=str, parse_constant=str)
    require(isinstance(content, dict), "This is neither the proof of a draw nor a receipt.")
    require(
        canonical(content) + b"\n" == data, "The file is not in canonical form: it was written or changed by others."
    )
    rest = {name: value for name, value in content.items() if name != "digest"}
    same = content.get("digest") == hashlib.sha256(canonical(rest)).hexdigest()
    require(same, "The file was changed: its digest does not fit.")
    return content


# The claims of a ceremony, one after the other
def check_ceremony(report, proof, audited):
    freeze, listed = proof["freeze"], proof["publication"]
    h0 = tagged("tracktwo/draw/freeze/v1", canonical(freeze))
    require(proof["h0"] == h0.hex(), "The hash H0 is not that of what was frozen.")
    report.checked.append(
        f"H0 is the hash of the frozen pool of {freeze['people']}, quotas and objective: {proof['h0']}"
    )
    if listed is None:
        empty = [proof[name] for name in ("beacon_value", "cohort", "h1", "index", "seed", "ticket", "withheld")]
        require(not any(part is not None for part in empty), "Something follows a list that is not there.")
        early = proof["seals"] or proof["reveals"] or "signatures" in proof
        require(not early, "A seal was set before the list was published.")
    else:
        h1 = check_publication(report, proof, freeze, listed)
        check_seals(report, proof, freeze, h1)
        check_affirmed(report, proof, freeze, listed, h0, h1)
        check_number(report, proof, freeze, listed, h1)
    if audited is None:
        report.unchecked.append("that the list keeps the quotas and is as fair as they allow: that takes --audit FILE")
    else:
        check_audit(report, audited, freeze, listed, h0)
    report.unchecked.append("when each said yes, sealed and opened: that is in the record")


def check_publication(report, proof, freeze, listed):
    h1 = tagged("tracktwo/draw/publish/v1", canonical(listed))
    require(proof["h1"] == h1.hex(), "The hash H1 is not that of what was published.")
    require(listed["freeze"] == proof["h0"], "The list was published for another pool.")
    require(listed["sealed_until"] < listed["opened_until"], "The opening ended before the sealing.")
    check_list(freeze, listed)
    minimum = Fraction(listed["minimum"])
    require(lowest(listed["cohorts"], listed["weights"]) == minimum, "The lowest chance is not the one stated.")
    report.checked.append(
        f"H1 is the hash of H0 and the published list of {len(listed['cohorts'])} cohorts: {proof['h1']}"
    )
    report.checked.append(f"the lowest chance in the list is {minimum}, as stated")
    check_round(report, listed)
    return h1


def check_list(freeze, listed):
    """Cohorts of different people of the pool, none of the barred, all with everybody who has confirmed."""
    seated = set()
    for cohort in listed["cohorts"]:
        require(
            sorted(set(cohort)) == cohort and len(cohort) == freeze["seats"], "A cohort has another number of seats."
        )
        require(set(freeze["confirmed"]) <= set(cohort), "A cohort leaves out somebody who has confirmed.")
        seated.update(cohort)
    require(listed["cohorts"] == sorted(listed["cohorts"]), "The cohorts do not stand in their order.")
    require(len(listed["cohorts"]) == len(listed["weights"]), "The list does not have one weight for each cohort.")
    require(all(whole(weight) > 0 for weight in listed["weights"]), "A cohort has no weight.")
    rest = set(range(freeze["people"])) - seated
    require(seated <= set(range(freeze["people"])), "A cohort holds somebody who is not in the pool.")
    require(sorted(rest) == listed["barred"], "Those without any chance are not those who were named.")


def check_round(report, listed):
    beacon = listed["beacon"]
    if beacon["kind"] == "drand":
        earliest = listed["opened_until"] + MARGIN
        number = max(1, -(-(earliest - beacon["genesis"]) // beacon["period"]) + 1)
        require(
            beacon["round"] == number and beacon["margin"] == MARGIN, "The round is not the one that the formula gives."
        )
        report.checked.append(
            f"round {number} of {beacon['name']} is the first one ten minutes after the opening ended"
        )
        report.unchecked.append(
            f"that the chain {beacon['chain_hash']} is {beacon['name']}: compare it with drand's own page"
        )
    elif beacon["kind"] == "rfc3797":
        require(beacon["after"] >= listed["opened_until"] + MARGIN, "The sources may be known before the opening ends.")
    else:
        require(beacon == {"kind": "none"}, "The public value is of a kind that this verifier does not know.")
        report.unchecked.append("that the last to open did not choose: without a public value that party could")


def check_seals(report, proof, freeze, h1):
    """Every seal of a party, no two alike, and every opening fits its own."""
    parties, seals = freeze["parties"], proof["seals"]
    require(set(seals) <= set(parties) and set(proof["reveals"]) <= set(seals), "Somebody who is no party took part.")
    require(len(set(seals.values())) == len(seals), "One seal is a copy of another.")
    require(all(re.fullmatch("[0-9a-f]{64}", seal) for seal in seals.values()), "A seal is not 64 hexadecimal digits.")
    for party, key in proof["reveals"].items():
        opened = bytes.fromhex(key)
        parts = (freeze["draw"].encode(), h1, party.encode(), opened[:32], opened[32:])
        require(len(opened) == 64 and opened.hex() == key, f"What {party} opened has another form.")
        fits = tagged("tracktwo/draw/commit/v1", *parts).hex() == seals[party]
        require(fits, f"What {party} opened does not fit the seal of {party}.")
        report.checked.append(f"the seal of {party} was set for this list and fits what was opened")


def check_affirmed(report, proof, freeze, listed, h0, h1):
    """Every signature there is: a party's yes to H0, and its word that the seal is its own."""
    affirmed, sealed = listed.get("affirmed", {}), proof.get("signatures", {})
    known = set(affirmed) <= set(freeze["parties"]) and set(sealed) <= set(proof["seals"])
    require(known, "Somebody signed who is no party, or a seal that is not there.")
    for party in freeze["parties"]:
        if party not in affirmed:
            report.unchecked.append(f"that {party} said yes to H0: it signed nothing, so that rests on the record")
            continue
        parts = (b"freeze", freeze["draw"].encode(), party.encode(), h0)
        key = check_signed(affirmed[party], parts, f"The signature of {party} under H0 is false.")
        report.checked.append(f"{party} signed its yes to H0 with the key {key}")
        report.unchecked.append(f"that the key {key[:16]}… belongs to {party}: ask its guarantor")
    for party, signed in sorted(sealed.items()):
        same = party in affirmed and affirmed[party]["key"] == signed["key"]
        require(same, f"The seal of {party} is signed with another key than its yes.")
        parts = (b"seal", freeze["draw"].encode(), party.encode(), h1, bytes.fromhex(proof["seals"][party]))
        check_signed(signed, parts, f"The signature of {party} under its seal is false.")
        report.checked.append(f"{party} signed its seal with that same key")


def check_signed(signed, parts, sentence):
    """The key, in hexadecimal, under which this signature is good."""
    require(set(signed) == {"key", "signature"}, sentence)
    key, signature = bytes.fromhex(signed["key"]), bytes.fromhex(signed["signature"])
    form = (key.hex(), signature.hex()) == (signed["key"], signed["signature"])
    require(form and is_good_signature(key, tagged("tracktwo/draw/affirm/v1", *parts), signature), sentence)
    return key.hex()


def check_number(report, proof, freeze, listed, h1):
    """The seed follows from everything opened and the public value; ticket, index and cohort follow from the seed."""
    if proof["seed"] is None:
        later = [proof[name] for name in ("beacon_value", "cohort", "index", "ticket", "withheld")]
        require(not any(part is not None for part in later), "A draw without a seed has a result.")
        report.unchecked.append("the result: this draw is not finished")
        return
    withheld = [party for party in freeze["parties"] if party not in proof["reveals"]]
    require(proof["withheld"] == withheld, "The parties that did not open are not the ones named.")
    report.checked += [f"{party} {ABORTED}" for party in withheld]
    opened = [bytes.fromhex(proof["reveals"].get(party, "")) for party in freeze["parties"]]
    value = check_value(report, proof, listed["beacon"])
    require(value[2] or any(opened), "Nobody opened and there is no public value: the number was known beforehand.")
    seed = tagged("tracktwo/draw/seed/v1", h1, *opened, value[0], value[1].to_bytes(8, "big"), value[2])
    require(proof["seed"] == seed.hex(), "The seed does not follow from what was opened and the public value.")
    report.checked.append("the seed follows from H1, every opening and the public value")
    check_drawn(report, proof, listed, seed, "tracktwo/draw/cohort")


def check_drawn(report, proof, listed, seed, label):
    weights = [whole(weight) for weight in listed["weights"]]
    ticket = below(seed, label, sum(weights))
    index = next(place for place in range(len(weights)) if ticket < sum(weights[: place + 1]))
    require(whole(proof["ticket"]) == ticket, "The ticket does not follow from the seed.")
    require(type(proof["index"]) is int and proof["index"] == index, "The ticket falls to another cohort.")
    require(proof["cohort"] == listed["cohorts"][index], "The cohort is not that of the list.")
    report.checked.append("the seed gives the ticket, and the ticket this cohort of the published list")
    report.checked.append(f"the cohort: {', '.join(map(str, proof['cohort']))}")


def check_value(report, proof, beacon):
    """Chain hash, round and signature as they enter the seed."""
    value = proof["beacon_value"]
    signature = bytes.fromhex(value["signature"])
    require(signature.hex() == value["signature"], "The public value has another form.")
    if beacon["kind"] == "none":
        require(
            value == {"chain_hash": "", "round": 0, "signature": ""}, "There is a public value where none was named."
        )
    elif beacon["kind"] == "drand":
        same = (value["chain_hash"], value["round"]) == (beacon["chain_hash"], beacon["round"])
        require(same and type(value["round"]) is int, "The public value is of another round or chain.")
        require(len(signature) == 48, "The public value is not a signature of 48 bytes.")
        check_signature(report, beacon, signature)
    else:
        named = hashlib.sha256(canonical(beacon["sources"])).hexdigest()
        require(value["chain_hash"] == named and value["round"] == 0, "The public value is of other sources.")
        ends = [sorted(map(int, part.split(".")[:-1])) for part in signature.decode().split("/")[:-1]]
        key = "".join("".join(f"{number}." for number in numbers) + "/" for numbers in ends)
        form = key == signature.decode() and len(ends) == len(beacon["sources"]) and all(ends)
        require(form, "The key is not one of RFC 3797 for these sources.")
        report.unchecked.append(f"that the sources said so: {signature.decode()} for {'; '.join(beacon['sources'])}")
    return bytes.fromhex(value["chain_hash"]), value["round"], signature


def check_signature(report, beacon, signature):
    """By a library, where one is installed; a pairing is nothing to write by oneself."""
    number = beacon["round"]
    told = f"round {number}, randomness {hashlib.sha256(signature).hexdigest()}"
    try:
        from drand_verify import verify_bls_unchained_g1_rfc9380 as is_signed
    except ImportError:
        report.unchecked.append(f"the beacon's signature ({told}): install drand-verify, or compare with a drand page")
        return
    require(is_signed(number, signature.hex(), beacon["public_key"]), "The beacon's signature is false.")
    report.checked.append(f"the beacon's signature is that of the named key ({told})")


# The audit file: features without aliases, quotas, and why no list is fairer
def check_audit(report, audit, freeze, listed, h0):
    known = (audit["format"], audit["version"]) == ("tracktwo-audit", 1)
    require(known, "The audit file has a form that this verifier does not know.")
    require(audit["h0"] == h0.hex(), "The audit file is of another draw.")
    leaves = [row.encode() for row in audit["rows"]]
    require(len(leaves) == freeze["people"], "The audit file has another number of rows than the frozen pool.")
    require(merkle_root(leaves) == freeze["root"], "The rows of the audit file are not those of the frozen pool.")
    salt, quotas = bytes.fromhex(audit["quotas_salt"]), audit["quotas"]
    same = tagged("tracktwo/draw/quotas/v1", salt, canonical(quotas)).hex() == freeze["quotas"]
    require(same, "The quotas are not those that were frozen.")
    report.checked.append(
        f"the {len(leaves)} rows and {len(quotas)} quotas of the audit file are those that were frozen"
    )
    rows = [json.loads(leaf.decode()) for leaf in leaves]
    rules = list_rules(rows, quotas, freeze)
    if listed is None:
        return
    for cohort in listed["cohorts"]:
        kept = all(low <= len(people.intersection(cohort)) <= high for people, low, high in rules)
        require(kept, "A cohort of the list breaks a quota, or seats two who may not sit together.")
    report.checked.append("every cohort of the list keeps every quota and every rule")
    certificate = audit["certificate"]
    same = tagged("tracktwo/draw/certificate/v1", canonical(certificate)).hex() == listed["certificate"]
    require(same, "The certificate is not the one that was published.")
    check_certificate(report, certificate, listed, rules, rows)


def list_rules(rows, quotas, freeze):
    """Each rule as (who, at least, at most): seats, quotas, groups, and those who have confirmed."""
    everybody = frozenset(range(len(rows)))
    rules = [(everybody, freeze["seats"], freeze["seats"])]
    for feature, value, low, high in quotas:
        rules.append((frozenset(n for n in everybody if rows[n]["features"][feature] == value), low, high))
    for group in sorted({group for row in rows for group in row["groups"]}):
        rules.append((frozenset(n for n in everybody if group in rows[n]["groups"]), 0, 1))
    return rules + [(frozenset([number]), 1, 1) for number in freeze["confirmed"]]


def check_certificate(report, certificate, listed, rules, rows):
    """The list gives the chances of the certificate, and stage by stage nothing is better (weak duality)."""
    kinds = [frozenset(kind) for kind in certificate["kinds"]]
    sizes = [len(kind) for kind in kinds]
    require(sorted(n for kind in kinds for n in kind) == list(range(len(rows))), "The kinds do not share out the pool.")
    known = [(frozenset(k), low, high) for k, low, high in certificate["rules"]]
    check_rules(known, kinds, rules)
    chances = kind_chances(listed, kinds)
    if not certificate["stages"]:
        report.unchecked.append("that no list is better: for this objective the file holds no certificate")
        return
    barred = certificate["barred"]
    proven = check_barred(certificate, known, sizes, chances)
    proven = check_stages(certificate, known, sizes, chances, barred) and proven
    if not proven:
        require(not listed["minimum_proven"], "The lowest chance is said to be proven, and is not.")
        report.unchecked.append("that no list is fairer: that rests on the solver's own bound")
        return
    levels = ", ".join(stage["level"] for stage in certificate["stages"])
    report.checked.append(f"no list that keeps the quotas is fairer, checked in fractions without a solver: {levels}")


def check_rules(known, kinds, rules):
    """The certificate's rules over kinds are the pool's rules over people, every one of them."""
    spread = [(frozenset(n for kind in k for n in kinds[kind]), low, high) for k, low, high in known]
    single = [rule for rule in rules if not (len(rule[0]) == 1 and rule[1:] == (1, 1))]
    fixed = frozenset(n for who, low, high in rules if len(who) == 1 and (low, high) == (1, 1) for n in who)
    held = frozenset(n for who, low, high in spread if low == high == len(who) for n in who)
    same = all(rule in spread for rule in single) and fixed <= held
    backed = all(rule in single or (rule[1] == rule[2] == len(rule[0]) and rule[0] <= fixed) for rule in spread)
    require(same and backed, "The certificate was made for other quotas.")


def kind_chances(listed, kinds):
    total, seated = sum(map(whole, listed["weights"])), {}
    for cohort, weight in zip(listed["cohorts"], listed["weights"]):
        for number in cohort:
            seated[number] = seated.get(number, 0) + whole(weight)
    chances = []
    for kind in kinds:
        own = {seated.get(number, 0) for number in kind}
        require(len(own) == 1, "Two people who are alike do not have the same chance.")
        chances.append(Fraction(own.pop(), total))
    return chances


def check_barred(certificate, rules, sizes, chances):
    barred = certificate["barred"]
    require(all(chances[kind] == 0 for kind in barred), "Somebody said to have no chance has one.")
    if not barred:
        return True
    prices = [int(kind in barred) for kind in range(len(sizes))]
    nodes = certificate["barred_tree"]
    if nodes is None:
        return False
    require(check_tree(nodes, rules, sizes, prices, 0), "That somebody can have no chance is not proven.")
    return True


def check_stages(certificate, rules, sizes, chances, barred):
    levels, proven = {}, True
    for stage in certificate["stages"]:
        level, target = Fraction(stage["level"]), Fraction(stage["target"])
        prices = [Fraction(price) for price in stage["prices"]]
        free = [kind for kind in range(len(sizes)) if kind not in levels and kind not in barred]
        held = sum(prices[kind] * sizes[kind] * fixed for kind, fixed in levels.items())
        sound = len(prices) == len(sizes) and min(prices) >= 0 and target - held == level
        sound = sound and sum(prices[kind] * sizes[kind] for kind in free) == 1
        sound = sound and min(chances[kind] for kind in free) == level and set(stage["fixed"]) <= set(free)
        fixed = bool(stage["fixed"]) and all(chances[k] == level and prices[k] > 0 for k in stage["fixed"])
        require(sound and fixed, "A stage of the certificate does not hold.")
        common = math.lcm(*(price.denominator for price in prices)) if hasattr(math, "lcm") else lcm(prices)
        worth, goal = [int(price * common) for price in prices], math.floor(target * common)
        if stage["tree"] is None:
            proven = False
        else:
            require(check_tree(stage["tree"], rules, sizes, worth, goal), "A stage of the certificate is not proven.")
        levels.update(dict.fromkeys(stage["fixed"], level))
    return proven


def lcm(prices):
    common = 1
    for price in prices:
        common = common * price.denominator // math.gcd(common, price.denominator)
    return common


def check_tree(nodes, rules, sizes, prices, target):
    """Does the tree prove that every cohort is worth at most ``target``? See methods/lottery/tree.py for the sum."""
    waiting = [([span[1:] for span in rules], [(0, size) for size in sizes])]
    for node in nodes:
        if not waiting:
            return False
        spans, bounds = waiting.pop()
        if node[0] == "leaf":
            if not holds(rules, spans, bounds, whole(node[1]), [signed(u) for u in node[2]], prices, target):
                return False
            continue
        cut = {"rule": spans, "kind": bounds}[node[0]]
        low, high = cut[node[1]]
        for span in ((max(low, node[2] + 1), high), (low, min(high, node[2]))):  # the lower side comes first
            sides = [list(spans), list(bounds)]
            sides[node[0] == "kind"][node[1]] = span
            waiting.append(tuple(sides))
    return not waiting


def holds(rules, spans, bounds, scale, multipliers, prices, target):
    if any(low > high for low, high in spans + bounds):
        return True
    if len(multipliers) != len(rules):
        return False
    rest, total = [scale * price for price in prices], 0
    for (kinds, _low, _high), (low, high), u in zip(rules, spans, multipliers):
        total += max(u * low, u * high)
        for kind in kinds:
            rest[kind] -= u
    total += sum(max(d * low, d * high) for d, (low, high) in zip(rest, bounds))
    return total < 0 if scale == 0 else total // scale <= target


# A draw whose number was given (`tracktwo select --seed`)
def check_given(report, proof, audited):
    require(audited is None, "An audit file belongs to a draw with seals, not to one whose number was given.")
    label, seed = proof["label"], bytes.fromhex(proof["seed"])
    require(
        lowest(proof["cohorts"], proof["weights"]) == Fraction(proof["minimum"]),
        "The lowest chance is not the one stated.",
    )
    listed = dict(proof, cohorts=[[proof["people"][place] for place in cohort] for cohort in proof["cohorts"]])
    report.checked.append("the lowest chance in the list is the one stated")
    check_drawn(report, proof, listed, seed, label)
    report.unchecked += [
        "that the list keeps the quotas and is as fair as they allow: that takes the pool",
        "that nobody knew or chose the number beforehand",
    ]


# A person's receipt
def check_receipt(report, receipt, audited):
    require(audited is None, "An audit file belongs to the proof, not to a receipt.")
    freeze, leaf = receipt["freeze"], receipt["row"].encode()
    h0 = tagged("tracktwo/draw/freeze/v1", canonical(freeze)).hex()
    require(receipt["h0"] == h0, "The hash H0 is not that of what was frozen.")
    alias, salt = receipt["alias"].encode(), bytes.fromhex(receipt["alias_salt"])
    row = json.loads(leaf.decode())
    require(tagged("tracktwo/draw/who/v1", salt, alias).hex() == row["who"], "The row is of somebody else.")
    path = [bytes.fromhex(node) for node in receipt["path"]]
    root = climb(leaf, receipt["number"], freeze["people"], path)
    require(root == freeze["root"], "The row is not in the frozen pool.")
    told = ", ".join(f"{name} = {value}" for name, value in sorted(row["features"].items()))
    report.checked.append(f"row {receipt['number']} of {freeze['people']} is that of {receipt['alias']}: {told}")
    report.unchecked.append(f"that this pool is the one drawn from: compare H0 with the proof, {h0}")


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


# The pieces
def canonical(value):
    return json.dumps(in_order(value), ensure_ascii=False, separators=(",", ":")).encode()


def in_order(value):
    """RFC 8785 puts names in the order of their UTF-16 units."""
    if isinstance(value, dict):
        return {name: in_order(value[name]) for name in sorted(value, key=lambda name: name.encode("utf-16-be"))}
    return [in_order(item) for item in value] if isinstance(value, list) else value


def tagged(tag, *parts):
    text = tag.encode() + b"\n" + b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hashlib.sha256(text).digest()


def whole(text):
    require(isinstance(text, str) and re.fullmatch("0|[1-9][0-9]*", text), "A number has another form.")
    return int(text)


def signed(text):
    return -whole(text[1:]) if text.startswith("-") else whole(text)


def lowest(cohorts, weights):
    total = {}
    for cohort, weight in zip(cohorts, weights):
        for number in cohort:
            total[number] = total.get(number, 0) + whole(weight)
    return Fraction(min(total.values()), sum(map(whole, weights)))


def below(seed, label, size):
    """HMAC-SHA256 of label and block number, bits of it until they are below ``size``."""
    bits, taken, block = (size - 1).bit_length(), b"", 0
    length = (bits + 7) // 8
    while True:
        while len(taken) < length:
            taken += hmac.new(seed, label.encode() + block.to_bytes(8, "big"), hashlib.sha256).digest()
            block += 1
        number = int.from_bytes(taken[:length], "big") & ((1 << bits) - 1)
        taken = taken[length:]
        if number < size:
            return number


def merkle_root(leaves):
    level = [hashlib.sha256(b"\x00" + leaf).digest() for leaf in leaves]
    while len(level) > 1:
        pairs = [hashlib.sha256(b"\x01" + level[i] + level[i + 1]).digest() for i in range(0, len(level) - 1, 2)]
        level = pairs + level[2 * len(pairs) :]  # a node without a neighbour goes up as it is
    return level[0].hex()


def climb(leaf, number, people, path):
    """The root over a leaf by its siblings (RFC 9162, section 2.1.3.2)."""
    require(0 <= number < people, "The row lies outside the pool.")
    node, last, found = number, people - 1, hashlib.sha256(b"\x00" + leaf).digest()
    for sibling in path:
        require(last, "The way to the root is too long.")
        left = node & 1 or node == last
        found = hashlib.sha256(b"\x01" + (sibling + found if left else found + sibling)).digest()
        while left and not node & 1 and node:
            node, last = node >> 1, last >> 1
        node, last = node >> 1, last >> 1
    require(last == 0, "The way to the root is too short.")
    return found.hex()


def say(report, as_json=False):
    if as_json:
        return json.dumps(dict(vars(report), valid=report.valid), ensure_ascii=False, indent=2)
    lines = [f"Checked: {claim}." for claim in report.checked]
    if report.valid:
        lines += [f"Cannot be checked from here: {claim}." for claim in report.unchecked]
    return "\n".join([*lines, report.wrong or "valid"])


def main(arguments=None):
    parser = argparse.ArgumentParser(description="Verify a draw, alone and offline.")
    parser.add_argument("file", help="the proof of a draw, or a receipt (JSON)")
    parser.add_argument("--audit", help="the audit file, which the guarantors have opened")
    parser.add_argument("--json", action="store_true", help="print the result as JSON")
    asked = parser.parse_args(arguments)
    report = verify(asked.file, audit=asked.audit)
    print(say(report, asked.json))
    return 0 if report.valid else 1


if __name__ == "__main__":
    sys.exit(main())
