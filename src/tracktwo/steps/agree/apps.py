from django.apps import AppConfig


class AgreeConfig(AppConfig):
    name = "tracktwo.steps.agree"
    label = "agree"
