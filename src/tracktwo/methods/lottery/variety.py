"""Other numbers at every turn, without chance: a search goes another way each time, and the same on every machine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

# Fractional part of the golden ratio: its multiples spread evenly.
_GOLDEN = 0.6180339887498949


def vary(places: NDArray[np.int64], turn: int) -> NDArray[np.float64]:
    """A number from 0 to 1 for each place."""
    return np.asarray(np.modf((places + 1.0) * (turn + 1) * _GOLDEN)[0])
