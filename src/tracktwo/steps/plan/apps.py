from django.apps import AppConfig


class PlanConfig(AppConfig):
    name = "tracktwo.steps.plan"
    label = "plan"
