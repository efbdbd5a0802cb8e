from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "tracktwo.site"
    label = "site"

    def ready(self) -> None:
        from tracktwo.site import policies  # noqa: F401 - registers its verbs by being loaded
