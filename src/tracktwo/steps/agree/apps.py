from django.apps import AppConfig


class AgreeConfig(AppConfig):
    name = "tracktwo.steps.agree"
    label = "agree"

    def ready(self) -> None:
        from tracktwo.steps.agree import policies  # noqa: F401 - registers its verbs by being loaded
