import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [("vault", "0001_initial"), ("vault", "0002_notes"), ("vault", "0003_lexicon_page")]

    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("people", "__first__"),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Person",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("lookup", models.CharField(max_length=64)),
                        (
                            "compartment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.compartment"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("compartment", "lookup"), name="person_known_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LexiconPage",
                    fields=[
                        (
                            "person",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                primary_key=True,
                                related_name="page",
                                serialize=False,
                                to="vault.person",
                            ),
                        ),
                        ("made_under", models.CharField(max_length=64)),
                        ("forms", models.BinaryField()),
                    ],
                ),
                migrations.CreateModel(
                    name="IdentityField",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("field", models.CharField(max_length=16)),
                        ("version", models.PositiveSmallIntegerField(default=1)),
                        ("key_id", models.UUIDField()),
                        ("nonce", models.BinaryField(max_length=12)),
                        ("ciphertext", models.BinaryField()),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="identity", to="vault.person"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("person", "field", "version"), name="identity_field_version_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("key_id", models.UUIDField()),
                        ("nonce", models.BinaryField(max_length=12)),
                        ("ciphertext", models.BinaryField()),
                        (
                            "compartment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.compartment"
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="notes",
                                to="vault.person",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Reveal",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("at", models.DateTimeField(db_index=True)),
                        ("key_id", models.UUIDField()),
                        ("nonce", models.BinaryField(max_length=12)),
                        ("ciphertext", models.BinaryField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "person",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="reveals", to="vault.person"
                            ),
                        ),
                    ],
                ),
            ],
        ),
    ]
