from django.apps import AppConfig


class PrepareConfig(AppConfig):
    name = "tracktwo.steps.prepare"
    label = "prepare"

    def ready(self) -> None:
        from tracktwo.steps.prepare import policies  # noqa: F401 - registers its verbs by being loaded
