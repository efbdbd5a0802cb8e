"""From ROOT to a person's key, and back without ROOT: writing needs only public keys, so it works sealed."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID, uuid4

from tracktwo.foundation.vault.ciphers import (
    Box,
    Locked,
    derive,
    fill_box,
    new_key,
    open_box,
    public_of,
)
from tracktwo.foundation.vault.keystore import file
from tracktwo.foundation.vault.keystore.file import CompartmentEntry, Content, PersonEntry, SealedKey
from tracktwo.methods.record import Refusal


def root_private(root: bytes) -> bytes:
    """The private half of the vault's own key pair.

    Its public half stands in the file, so that compartments open sealed.
    """
    return derive(root, b"root key pair")


def add_compartment(compartment: UUID) -> None:
    """Give a compartment its key pair and its key of lookups, once; the private half goes into a box that only ROOT
    opens.
    """
    with file.changing() as content:
        if compartment.hex in content["compartments"]:
            return
        private = new_key()
        public = public_of(private).hex()
        box = fill_box(
            private, bytes.fromhex(content["root_public"]), bound=_compartment_bound(compartment.hex, public)
        )
        content["compartments"][compartment.hex] = CompartmentEntry(public=public, **_entry(box))
        content.setdefault("lookups", {})[compartment.hex] = new_key().hex()


def has_compartment(compartment: UUID) -> bool:
    return compartment.hex in file.read()["compartments"]


def lookup_key(compartment: UUID) -> bytes:
    """Under which contacts of a compartment are hashed. One that was opened by an older version shares the house's."""
    content = file.read()
    return bytes.fromhex(content.get("lookups", {}).get(compartment.hex) or content["lookup"])


def add_key(person: UUID, compartment: UUID) -> tuple[UUID, bytes]:
    """A new key of this person with its id; on disk, sealed for the compartment, before it is returned."""
    key_id, key = uuid4(), new_key()
    with file.changing() as content:
        public = bytes.fromhex(content["compartments"][compartment.hex]["public"])
        box = fill_box(key, public, bound=_key_bound(key_id.hex, person.hex, compartment.hex))
        content["keys"][key_id.hex] = PersonEntry(person=person.hex, compartment=compartment.hex, **_entry(box))
    return key_id, key


def open_key(content: Content, key_id: UUID, root: bytes) -> bytes:
    """A person's key; ``vault.unreadable`` where it was destroyed, moved or altered."""
    entry = content["keys"].get(key_id.hex)
    around = content["compartments"].get(entry["compartment"]) if entry else None
    if entry is None or around is None:
        raise Refusal("vault.unreadable")
    private = open_box(
        _box(around), root_private(root), bound=_compartment_bound(entry["compartment"], around["public"])
    )
    return open_box(_box(entry), private, bound=_key_bound(key_id.hex, entry["person"], entry["compartment"]))


def destroy_keys(persons: Iterable[UUID]) -> int:
    """Destroy every key of these persons; the number destroyed.

    The old file is overwritten, not only replaced.
    """
    gone = {person.hex for person in persons}
    if not _keys_of(file.read(), gone):
        return 0
    with file.changing(erasing=True) as content:
        doomed = _keys_of(content, gone)
        for key_id in doomed:
            del content["keys"][key_id]
    return len(doomed)


def destroy_compartments(compartments: Iterable[UUID]) -> int:
    """Destroy the key pairs of these compartments, every key filed under them, the keys of their lookups and slips and
    the salts of their lexicons; the number of keys destroyed.

    An older database then answers no guess either. Where no compartment is left the house's own key of lookups is
    another one too, for those that were opened by an older version.
    """
    gone = {compartment.hex for compartment in compartments}
    if not _is_any_left(file.read(), gone):
        return 0
    with file.changing(erasing=True) as content:
        doomed = [key_id for key_id, entry in content["keys"].items() if entry["compartment"] in gone]
        for key_id in doomed:
            del content["keys"][key_id]
        for compartment in gone:
            content["compartments"].pop(compartment, None)
            content.get("lexicons", {}).pop(compartment, None)
            content.get("lookups", {}).pop(compartment, None)
            content.get("slips", {}).pop(compartment, None)
        if not content["compartments"]:
            content["lookup"] = new_key().hex()
    return len(doomed)


def _is_any_left(content: Content, gone: set[str]) -> bool:
    filed = {entry["compartment"] for entry in content["keys"].values()}
    return bool(gone & ({*content["compartments"], *content.get("lexicons", {}), *content.get("slips", {})} | filed))


def _keys_of(content: Content, persons: set[str]) -> list[str]:
    return [key_id for key_id, entry in content["keys"].items() if entry["person"] in persons]


def _entry(box: Box) -> SealedKey:
    return SealedKey(ephemeral=box.ephemeral.hex(), nonce=box.locked.nonce.hex(), sealed=box.locked.ciphertext.hex())


def _box(entry: SealedKey) -> Box:
    locked = Locked(bytes.fromhex(entry["nonce"]), bytes.fromhex(entry["sealed"]))
    return Box(bytes.fromhex(entry["ephemeral"]), locked)


def _compartment_bound(compartment: str, public: str) -> bytes:
    return f"compartment|{compartment}|{public}".encode()


def _key_bound(key_id: str, person: str, compartment: str) -> bytes:
    return f"person key|{key_id}|{person}|{compartment}".encode()
