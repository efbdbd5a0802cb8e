import datetime
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("plan", "0001_initial"),
        ("plan", "0002_borders"),
        ("plan", "0003_going"),
        ("plan", "0004_application"),
    ]

    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("people", "__first__"),
        ("programme", "0001_squashed_0004_agendas"),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name="GoCheck",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("asked_on", models.DateField()),
                        ("due", models.DateField()),
                        ("gone_on", models.DateField(blank=True, null=True)),
                        (
                            "event",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="checks",
                                to="plan.outsideevent",
                            ),
                        ),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="checks", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("workshop", "number"), name="go_check_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineOffsets",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("offsets", models.JSONField()),
                        (
                            "programme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadline_offsets",
                                to="programme.programme",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Edition",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("association", models.CharField(max_length=120)),
                        ("convention", models.CharField(max_length=160)),
                        ("edition", models.CharField(max_length=20)),
                        ("city", models.CharField(blank=True, max_length=80)),
                        ("country", models.CharField(blank=True, max_length=2)),
                        ("start", models.DateField()),
                        ("end", models.DateField()),
                        ("status", models.CharField(max_length=12)),
                        ("source", models.CharField(max_length=300)),
                        ("note", models.CharField(blank=True, max_length=300)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="editions",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["start", "association", "convention", "edition"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("programme", "association", "convention", "edition"), name="edition_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("end__gte", models.F("start"))), name="edition_days_in_order"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="GoWord",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("word", models.CharField(choices=[("go", "go"), ("no", "no go")], max_length=4)),
                        ("reason", models.CharField(blank=True, max_length=400)),
                        ("said_on", models.DateField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "check_asked",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="words", to="plan.gocheck"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["side", "id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("check_asked", "account"), name="go_word_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="KeptDay",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("keeper", models.CharField(max_length=80)),
                        ("month_day", models.CharField(max_length=20)),
                        ("name", models.CharField(max_length=160)),
                        ("kind", models.CharField(max_length=40)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kept_days",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="KeptSet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("keeper", models.CharField(blank=True, max_length=80)),
                        ("holidays", models.CharField(blank=True, max_length=2)),
                        (
                            "community",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="kept_set",
                                to="programme.community",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="OutsideEvent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("escalation", "escalation"),
                                    ("law", "new law or designation"),
                                    ("border", "border, visa or flight rule"),
                                    ("place", "trouble at the place"),
                                    ("leak", "something became known"),
                                    ("other", "something else"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("happened_on", models.DateField()),
                        ("words", models.CharField(max_length=600)),
                        ("source", models.CharField(max_length=300)),
                        ("logged_on", models.DateField()),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="events",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-happened_on", "-number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "number"), name="event_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PassportRow",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("passport", models.CharField(max_length=2)),
                        ("says", models.JSONField()),
                        ("source", models.CharField(max_length=200)),
                        ("checked_on", models.DateField()),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="passport_rows",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["passport"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "passport"), name="passport_row_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Plan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField()),
                        ("wishes", models.JSONField()),
                        ("result", models.JSONField()),
                        ("digest", models.CharField(max_length=64)),
                        ("computed_at", models.DateTimeField()),
                        ("kept_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plans",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "version"), name="plan_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PlanWishes",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("said", models.JSONField()),
                        (
                            "programme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="plan_wishes",
                                to="programme.programme",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="RulesFile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("content", models.TextField()),
                        ("digest", models.CharField(max_length=64)),
                        ("imported_at", models.DateTimeField()),
                        (
                            "programme",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rules_file",
                                to="programme.programme",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Workshop",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("city", models.CharField(blank=True, max_length=80)),
                        ("country", models.CharField(blank=True, max_length=2)),
                        ("starts_on", models.DateField()),
                        ("ends_on", models.DateField()),
                        ("projected", models.BooleanField(default=False)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("planned", "planned"),
                                    ("postponed", "postponed, new days to be found"),
                                    ("cancelled", "cancelled"),
                                ],
                                default="planned",
                                max_length=10,
                            ),
                        ),
                        ("zone", models.CharField(blank=True, max_length=40)),
                        ("opens_at", models.TimeField(default=datetime.time(9, 30))),
                        ("closes_at", models.TimeField(default=datetime.time(18, 0))),
                        ("remote_seats", models.PositiveSmallIntegerField(default=0)),
                        ("remote_zones", models.JSONField(blank=True, default=list)),
                        ("changes", models.PositiveSmallIntegerField(default=0)),
                        (
                            "compartment",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="workshop",
                                to="people.compartment",
                            ),
                        ),
                        (
                            "edition",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="workshops",
                                to="plan.edition",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="workshops",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "number"), name="workshop_number_once"),
                            models.CheckConstraint(
                                condition=models.Q(("ends_on__gte", models.F("starts_on"))),
                                name="workshop_days_in_order",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("closes_at__gt", models.F("opens_at"))),
                                name="workshop_hours_in_order",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DeadlineMet",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("kind", models.CharField(max_length=16)),
                        ("met_on", models.DateField()),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="deadlines_met",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("workshop", "kind"), name="deadline_met_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Application",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(default="en", max_length=8)),
                        ("fields", models.JSONField(default=dict)),
                        ("kept_on", models.DateField()),
                        (
                            "workshop",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="application",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="CalendarAddress",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("digest", models.CharField(max_length=64, unique=True)),
                        ("language", models.CharField(default="en", max_length=8)),
                        ("made_on", models.DateField()),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calendar_addresses",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="calendar_addresses",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("account", "programme"), name="calendar_address_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DelegationProfile",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("passport", models.CharField(max_length=2, verbose_name="passport")),
                        ("residence", models.CharField(max_length=2, verbose_name="residence")),
                        ("count", models.PositiveSmallIntegerField(verbose_name="people")),
                        (
                            "community",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="delegation",
                                to="programme.community",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="delegation",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["community__number", "passport", "residence"],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("community", "passport", "residence"), name="delegation_class_once"
                            )
                        ],
                    },
                ),
            ],
        ),
    ]
