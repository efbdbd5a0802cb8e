"""How long the pool page takes to answer while somebody types: 60 nominees, 16 seats, quotas that bind.

    python benchmarks/asking.py

Milliseconds of the wall for one answer (question, lottery by maximin with its proof, and whom no cohort can contain),
over every quota tightened by one in turn; then for the prices of all quotas, which are a job.
"""

from __future__ import annotations

import time
from contextlib import suppress
from dataclasses import replace
from statistics import median

from tracktwo.methods.lottery import Person, Question, Quota, ask, find_lottery, price_quotas
from tracktwo.methods.lottery.barred import explain_barred
from tracktwo.methods.record import Refusal

SEATS = 16
COLUMNS = {
    "gender": ("woman", "man", "other"),
    "sector": ("academia", "civil_society", "media", "other"),
    "generation": ("under_40", "from_40_to_60", "over_60"),
    "region": ("capital", "elsewhere", "abroad"),
}


def main() -> None:
    question = a_question()
    taken = [time_answer(one) for one in tightened(question)]
    print(f"{len(question.people)} people, {question.seats} seats, {len(question.quotas)} quotas")
    print(f"answers: {len(taken)}, median {median(taken):.0f} ms, longest {max(taken):.0f} ms")
    started = time.perf_counter()
    prices = price_quotas(question)
    print(f"prices of {len(prices)} limits: {1000 * (time.perf_counter() - started):.0f} ms")


def a_question() -> Question:
    people = [
        Person(
            f"p{n:02}",
            {"community": str(n % 2)}
            | {
                name: values[(n * n + n // step) % len(values)]
                for step, (name, values) in enumerate(COLUMNS.items(), 2)
            },
            (f"institution {n // 3}",) if n % 5 == 0 else (),
        )
        for n in range(60)
    ]
    quotas = [Quota("community", side, SEATS // 2, SEATS // 2) for side in "01"]
    quotas += [Quota(name, value, 2, SEATS // 2) for name, values in COLUMNS.items() for value in values]
    return ask(people, quotas, SEATS)


def tightened(question: Question) -> list[Question]:
    """The question itself, and with one more asked of every quota in turn: some of these no cohort keeps."""
    tighter = [
        replace(
            question,
            quotas=tuple(replace(one, minimum=one.minimum + 1) if one is quota else one for one in question.quotas),
        )
        for quota in question.quotas
        if quota.minimum < quota.maximum
    ]
    impossible = replace(question, quotas=tuple(replace(one, minimum=one.maximum) for one in question.quotas))
    return [question, *tighter, impossible]


def time_answer(question: Question) -> float:
    started = time.perf_counter()
    with suppress(Refusal):
        explain_barred(question, find_lottery(question))
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
