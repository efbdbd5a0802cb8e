"""Public beacons, pinned: a draw names its chain before anybody seals, and never asks a server for it.

``quicknet``: drand, run by the League of Entropy; constants as its HTTP interface gives them under
``/52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971/info`` and as the verifier libraries pin them
(docs.drand.love; the package drand-verify 0.2.1), checked on 25 November 2026. The test checks a published
round against them: round 1000 and its randomness.
"""

from __future__ import annotations

from tracktwo.methods.draw import Chain

QUICKNET = Chain(
    name="drand quicknet",
    hash=bytes.fromhex("52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"),
    key=bytes.fromhex(
        "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b6a0a6c3ac6a5776a2d106451"
        "0d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
    ),
    genesis=1_692_803_367,
    period=3,
)
