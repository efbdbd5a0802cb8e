from django.apps import AppConfig


class SelectConfig(AppConfig):
    name = "tracktwo.steps.select"
    label = "select"
