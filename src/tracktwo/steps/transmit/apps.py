from django.apps import AppConfig


class TransmitConfig(AppConfig):
    name = "tracktwo.steps.transmit"
    label = "transmit"

    def ready(self) -> None:
        from tracktwo.steps.transmit import policies, told  # noqa: F401 - register verbs and uses by being loaded
