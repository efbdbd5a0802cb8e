from django.apps import AppConfig


class TransmitConfig(AppConfig):
    name = "tracktwo.steps.transmit"
    label = "transmit"
