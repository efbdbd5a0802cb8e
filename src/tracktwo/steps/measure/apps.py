from django.apps import AppConfig


class MeasureConfig(AppConfig):
    name = "tracktwo.steps.measure"
    label = "measure"
