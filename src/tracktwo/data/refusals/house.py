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
    "house.certificate_for_no_door": N_(
        "A certificate is for the room’s own door, and no door was asked for. Nothing was started. Add --room."
    ),
    "house.certificate_alone": N_(
        "A certificate needs its key and a key its certificate, and one is brought or made, not both. Nothing was "
        "started. Give --certificate and --key, or --own-certificate alone."
    ),
    "house.certificate_unreadable": N_(
        "There is no certificate to read in %(place)s. Nothing was started. It has to be a PEM file that begins with "
        "“BEGIN CERTIFICATE”."
    ),
    "house.key_unreadable": N_(
        "There is no key to read in %(place)s. Nothing was started. It has to be a PEM file without a passphrase: nobody "
        "is there to type it."
    ),
    "house.key_foreign": N_(
        "The key in %(place)s belongs to another certificate. Nothing was started. Give the one that it was made with."
    ),
    "house.certificate_out_of_date": N_(
        "The certificate holds from %(since)s to %(until)s, and today is not between them. Nothing was started. Bring a "
        "newer one, look at the clock of this machine, or take --own-certificate."
    ),
    "house.certificate_elsewhere": N_(
        "The certificate does not hold for %(address)s. Nothing was started. Name the address that it was made for with "
        "--room-address, or take --own-certificate."
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
