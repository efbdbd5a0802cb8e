"""``tracktwo expire``: once a day, from the machine's own timer."""

from __future__ import annotations

import typer

from tracktwo.cli.house.opening import DEFAULT_DATA_DIR, DataDir, open_house
from tracktwo.running.clock import utc_now


def expire(data: DataDir = DEFAULT_DATA_DIR) -> None:
    """Destroy what was kept of people as long as it may be, nominations to ways home; end what nobody has ended."""
    open_house(data)
    from tracktwo.steps.agree.actions import end_silences
    from tracktwo.steps.convene.actions import end_forgotten
    from tracktwo.steps.prepare.actions import forget_contacts, forget_incidents, forget_journeys, forget_rooms
    from tracktwo.steps.programme.models import Programme
    from tracktwo.steps.select.actions import destroy_what_is_due

    now = utc_now()
    over = {
        "lines_of_journeys": forget_journeys(now),
        "rows_of_incidents": forget_incidents(now.date()),
        "rows_of_small_rooms": forget_rooms(now),
        "rows_of_ways_home": forget_contacts(now),
    }
    total = {what: count for what, count in over.items() if count}
    for programme in Programme.objects.order_by("pk"):
        for what, count in destroy_what_is_due(programme, now=now).items():
            total[what] = total.get(what, 0) + count
    for what, count in sorted(total.items()):
        typer.echo(f"Destroyed: {what.replace('_', ' ')}, {count}.")
    if ended := end_silences(now):
        typer.echo(f"Ended: silences over a text, {ended}.")
    if called_back := end_forgotten(now):
        typer.echo(f"Ended: talks apart that nobody called back, {called_back}.")
    if not total:
        typer.echo("Nothing has reached its day.")
