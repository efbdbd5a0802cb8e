from django.apps import AppConfig


class VaultConfig(AppConfig):
    name = "tracktwo.foundation.vault"
    label = "vault"

    def ready(self) -> None:
        from tracktwo.foundation.vault import policies  # noqa: F401 - registers its verbs by being loaded
