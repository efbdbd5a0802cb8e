"""One pool by us, in a process of its own: python ours.py POOL.csv QUOTAS.csv SEATS OBJECTIVE -> a line of JSON."""

from __future__ import annotations

import json
import resource
import sys
import time
from pathlib import Path

from tracktwo.exchange.pools import read_question
from tracktwo.methods.lottery import find_lottery
from tracktwo.methods.record import Refusal


def main() -> None:
    pool, quotas, seats, objective = sys.argv[1:5]
    question = read_question(Path(pool), Path(quotas), int(seats))
    wall, work = time.perf_counter(), time.process_time()
    try:
        lottery = find_lottery(question, objective)
    except Refusal as refusal:
        told: dict[str, object] = {"refused": getattr(refusal, "each", (refusal,))[0].code}
    else:
        exact = None if lottery.exact is None else str(lottery.exact)
        told = {
            "minimum": lottery.minimum_float,
            "bound": lottery.bound,
            "gap": lottery.gap,
            "exact": exact,
            "proven": list(lottery.proven),
            "kinds": len(lottery.setting.kinds),
            "unselectable": len(lottery.unselectable),
            "chances": [float(chance) for chance in lottery.probabilities.values()],
        }
    told |= {
        "people": len(question.people),
        "wall": time.perf_counter() - wall,
        "cpu": time.process_time() - work,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
