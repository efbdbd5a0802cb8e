"""The database refuses to change or remove a co-signature too, and a second checkpoint in the place of the first."""

from django.db import migrations

from tracktwo.foundation.ledger.triggers import put_up, take_down


def guard_all(_apps: object, editor: object) -> None:
    """A database of before has the triggers of two tables: all are taken down, and those of all three put up."""
    take_down(editor.connection)
    put_up(editor.connection)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0003_cosignatures")]

    # Undone together with the table: 0003 drops it, and its triggers with it.
    operations = [migrations.RunPython(guard_all, migrations.RunPython.noop)]
