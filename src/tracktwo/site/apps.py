from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "tracktwo.site"
    label = "site"

    def ready(self) -> None:
        from django.db.backends.signals import connection_created

        from tracktwo.site import policies  # noqa: F401 - registers its verbs by being loaded
        from tracktwo.site.changes import listen

        connection_created.connect(listen, dispatch_uid="site.changes")
