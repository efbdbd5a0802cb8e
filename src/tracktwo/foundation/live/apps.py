from django.apps import AppConfig


class LiveConfig(AppConfig):
    name = "tracktwo.foundation.live"
    label = "live"
