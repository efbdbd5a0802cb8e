from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "tracktwo.steps.plan"
    label = "plan"

    def ready(self) -> None:
        from tracktwo.steps.plan import policies  # noqa: F401 - registers its verbs by being loaded
