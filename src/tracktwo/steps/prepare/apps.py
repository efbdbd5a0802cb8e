from django.apps import AppConfig


class PrepareConfig(AppConfig):
    name = "tracktwo.steps.prepare"
    label = "prepare"
