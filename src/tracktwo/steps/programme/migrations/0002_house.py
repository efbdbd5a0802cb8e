"""The compartment of the installation itself, in which conveners may begin programmes."""

from uuid import UUID

from django.db import migrations


def build(apps, schema_editor):
    apps.get_model("people", "Compartment").objects.get_or_create(id=UUID(int=0))


class Migration(migrations.Migration):
    dependencies = [("programme", "0001_initial"), ("people", "0001_initial")]
    operations = [migrations.RunPython(build, migrations.RunPython.noop)]
