from uuid import UUID

import django.db.models.deletion
import tracktwo.steps.programme.models.programme
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


def build(apps, schema_editor):
    """The compartment of the installation itself, in which conveners may begin programmes."""
    apps.get_model("people", "Compartment").objects.get_or_create(id=UUID(int=0))


class Migration(migrations.Migration):
    replaces = [
        ("programme", "0001_initial"),
        ("programme", "0002_house"),
        ("programme", "0003_screening"),
        ("programme", "0004_agendas"),
    ]

    initial = True

    dependencies = [
        ("people", "0001_initial"),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Programme",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "key",
                            models.CharField(
                                default=tracktwo.steps.programme.models.programme.new_key,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("title", models.CharField(max_length=120, verbose_name="title")),
                        ("description", models.TextField(max_length=2000, verbose_name="neutral description")),
                        (
                            "language",
                            models.CharField(
                                default="en", max_length=8, verbose_name="language of title and description"
                            ),
                        ),
                        ("first_year", models.PositiveSmallIntegerField(verbose_name="first year")),
                        ("last_year", models.PositiveSmallIntegerField(verbose_name="last year")),
                        (
                            "compartment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="programme",
                                to="people.compartment",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("last_year__gte", models.F("first_year"))),
                                name="programme_years_in_order",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="OwnTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=80)),
                        ("language", models.CharField(max_length=8)),
                        ("phases", models.JSONField()),
                        ("words", models.JSONField(default=dict)),
                        ("origin", models.CharField(default="kelman", max_length=16)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="own_templates",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "name"), name="own_template_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Organisation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "part",
                            models.CharField(
                                choices=[
                                    ("host", "host"),
                                    ("funder", "funder"),
                                    ("payer", "payer"),
                                    ("venue", "venue"),
                                    ("association", "association"),
                                    ("panel", "organisation of a co-panelist"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("name", models.CharField(max_length=200)),
                        ("side", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="organisations",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["part", "name"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "part", "name"), name="organisation_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="MoneyWays",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("payers_apart", models.BooleanField(default=False)),
                        ("no_honorarium", models.BooleanField(default=False)),
                        (
                            "programme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="money",
                                to="programme.programme",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Host",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("name", models.CharField(max_length=160, verbose_name="host association")),
                        ("funding", models.TextField(max_length=1000, verbose_name="who pays")),
                        (
                            "positions",
                            models.TextField(max_length=1000, verbose_name="positions taken in this conflict"),
                        ),
                        ("affiliations", models.TextField(max_length=1000, verbose_name="affiliations")),
                        ("ties", models.TextField(max_length=1000, verbose_name="ties to officials")),
                        (
                            "programme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="host",
                                to="programme.programme",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="GroundRules",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField()),
                        ("texts", models.JSONField()),
                        ("digest", models.CharField(max_length=64)),
                        ("adopted_at", models.DateTimeField()),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rules",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "version"), name="rules_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Community",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("names", models.JSONField()),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="communities",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "number"), name="community_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaTemplate",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField()),
                        ("phases", models.JSONField()),
                        ("words", models.JSONField(default=dict)),
                        ("origin", models.CharField(default="kelman", max_length=16)),
                        ("adopted_at", models.DateTimeField()),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agendas",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "version"), name="agenda_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="AgendaDraft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("phases", models.JSONField()),
                        ("words", models.JSONField(default=dict)),
                        ("origin", models.CharField(default="kelman", max_length=16)),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "programme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="agenda_draft",
                                to="programme.programme",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="RegisterLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("register", models.CharField(max_length=120)),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("undesirable", "undesirable organisation"),
                                    ("sanction", "sanctions list"),
                                    ("law", "law on contact"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("name", models.CharField(max_length=300)),
                        ("other_names", models.JSONField(default=list)),
                        ("authority", models.CharField(blank=True, max_length=160)),
                        ("since", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        ("source", models.CharField(max_length=300)),
                        ("checked_on", models.DateField()),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="register",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["register", "name"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("programme", "register", "name"), name="register_line_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("until__isnull", True), ("until__gte", models.F("since")), _connector="OR"
                                ),
                                name="register_days_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Alarm",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("register", models.CharField(max_length=120)),
                        ("designated", models.CharField(max_length=300)),
                        (
                            "part",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("host", "host"),
                                    ("funder", "funder"),
                                    ("payer", "payer"),
                                    ("venue", "venue"),
                                    ("association", "association"),
                                    ("panel", "organisation of a co-panelist"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("organisation", models.CharField(blank=True, max_length=200)),
                        (
                            "degree",
                            models.CharField(
                                choices=[
                                    ("same", "the same name"),
                                    ("part", "one name within the other"),
                                    ("close", "a name like it"),
                                    ("law", "a law concerns everybody"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("raised_on", models.DateField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("somebody_else", "somebody else with a like name"),
                                    ("parted", "we have parted with this organisation"),
                                    ("kept_apart", "it stays, apart from participants and their money"),
                                    ("advice", "legal advice taken, and followed"),
                                    ("lifted", "the designation no longer holds"),
                                    ("told", "everybody concerned has been told what it means"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("reason", models.TextField(blank=True, max_length=600)),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="alarms",
                                to="programme.programme",
                            ),
                        ),
                        (
                            "line",
                            models.ForeignKey(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="alarms",
                                to="programme.registerline",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-raised_on", "id"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("programme", "register", "designated", "part", "organisation"),
                                name="alarm_once",
                            )
                        ],
                    },
                ),
            ],
        ),
        migrations.RunPython(build, migrations.RunPython.noop),
    ]
