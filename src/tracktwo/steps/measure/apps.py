from django.apps import AppConfig


class MeasureConfig(AppConfig):
    name = "tracktwo.steps.measure"
    label = "measure"

    def ready(self) -> None:
        from tracktwo.steps.measure import policies  # noqa: F401 - registers its verbs by being loaded
