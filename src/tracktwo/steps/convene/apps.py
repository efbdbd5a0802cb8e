from django.apps import AppConfig


class ConveneConfig(AppConfig):
    name = "tracktwo.steps.convene"
    label = "convene"
