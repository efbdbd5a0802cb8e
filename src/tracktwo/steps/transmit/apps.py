from django.apps import AppConfig


class TransmitConfig(AppConfig):
    name = "tracktwo.steps.transmit"
    label = "transmit"

    def ready(self) -> None:
        from tracktwo.steps.transmit import policies  # noqa: F401 - registers its verbs by being loaded
