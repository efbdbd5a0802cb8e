"""Sentences for whoever runs the house from a terminal."""

from tracktwo.data.refusals.words import N_

REFUSALS = {
    "house.port_taken": N_(
        "Port %(port)s is taken. Nothing was started. Choose another: tracktwo serve --port %(next)s"
    ),
    "house.no_port": N_("No port from %(first)s to %(last)s is free. Nothing was started. Choose another with --port."),
    "house.no_network": N_(
        "This machine stands on no network. Nothing was started. Switch its hotspot on, or name the address: "
        "tracktwo serve --room --room-address 10.42.0.1"
    ),
    "house.behind": N_(
        "The database is older than this version. Nothing was started. Run: tracktwo migrate --data %(place)s"
    ),
    "house.stands_already": N_(
        "There is a house in %(place)s already. Nothing was touched. Choose another directory with --data."
    ),
    "house.language_unknown": N_(
        "The house does not speak “%(language)s”. Nothing was made. Choose one of: %(offered)s."
    ),
    "house.not_a_demo": N_(
        "The directory %(place)s holds a real house. Nothing was touched. Choose another directory with --data."
    ),
}
