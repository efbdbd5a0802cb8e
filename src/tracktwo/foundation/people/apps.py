from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "tracktwo.foundation.people"
    label = "people"
