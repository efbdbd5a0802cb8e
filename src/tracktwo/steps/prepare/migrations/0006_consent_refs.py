"""A reference of its own for every answer that was there before, and a year for every yes."""

import uuid
from datetime import timedelta

from django.db import migrations, models


def give_refs(apps, schema_editor):
    Consent = apps.get_model("prepare", "Consent")
    for one in Consent.objects.all().iterator():
        until = one.changed_on + timedelta(days=365) if one.given else None
        Consent.objects.filter(pk=one.pk).update(ref=uuid.uuid4(), until=until)


class Migration(migrations.Migration):

    dependencies = [("prepare", "0005_consents")]

    operations = [
        migrations.RunPython(give_refs, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="consent",
            name="ref",
            field=models.UUIDField(default=uuid.uuid4, editable=False, unique=True),
        ),
    ]
