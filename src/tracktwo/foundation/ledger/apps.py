from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "tracktwo.foundation.ledger"
    label = "ledger"
