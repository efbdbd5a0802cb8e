from django.apps import AppConfig


class ConveneConfig(AppConfig):
    name = "tracktwo.steps.convene"
    label = "convene"

    def ready(self) -> None:
        from tracktwo.steps.convene import policies  # noqa: F401 - registers its verbs by being loaded
