"""What the step tells the house of itself."""

from tracktwo.steps.programme.path import NOT_BEGUN, StepState, Waiting, Walker


def state(walker: Walker) -> StepState:
    return StepState(NOT_BEGUN, "")


def waiting(walker: Walker) -> list[Waiting]:
    return []
