from django.apps import AppConfig
from django.db.models.signals import pre_save


class JobsConfig(AppConfig):
    name = "tracktwo.foundation.jobs"
    label = "jobs"

    def ready(self) -> None:
        from django_tasks_db.models import DBTaskResult

        from tracktwo.foundation.jobs.backend import forget_traceback, hush

        pre_save.connect(forget_traceback, sender=DBTaskResult, dispatch_uid="jobs.forget_traceback")
        hush()
