"""The database itself refuses to change or remove what the record holds."""

from django.db import migrations

from tracktwo.foundation.ledger.triggers import put_up, take_down


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    # A later migration that rebuilds one of these tables on SQLite drops its triggers: take them down and put them
    # up again around it. The tests of the ledger fail where one is missing.
    operations = [
        migrations.RunPython(
            lambda _apps, editor: put_up(editor.connection),
            lambda _apps, editor: take_down(editor.connection),
        )
    ]
