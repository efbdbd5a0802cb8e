import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("prepare", "0001_initial"),
        ("prepare", "0002_journeys"),
        ("prepare", "0003_letters"),
        ("prepare", "0004_meetings"),
        ("prepare", "0005_consents"),
        ("prepare", "0006_consent_refs"),
        ("prepare", "0007_harm"),
        ("prepare", "0008_contacts"),
    ]

    initial = True

    dependencies = [
        ("people", "__first__"),
        ("plan", "0001_squashed_0004_application"),
        ("programme", "0001_squashed_0004_agendas"),
        ("select", "0001_squashed_0008_cohort_floor"),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name="ConsentSheet",
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
                        ("answer_by", models.DateField(blank=True, null=True)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consent_sheets",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "version"), name="consent_sheet_version_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ContactPlan",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("call", "a call"),
                                    ("message", "a message"),
                                    ("go_between", "through somebody trusted"),
                                    ("here", "here, by signing in"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "caller",
                            models.CharField(
                                choices=[
                                    ("facilitator", "a facilitator"),
                                    ("convener", "the convener"),
                                    ("guarantor", "a guarantor of my community"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("words", models.CharField(max_length=60)),
                        ("agreed_on", models.DateField()),
                        (
                            "seat",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="contact", to="select.seat"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="HarmSignature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField(blank=True, null=True)),
                        ("version", models.CharField(max_length=10)),
                        ("signed_on", models.DateField()),
                        ("taken_back_on", models.DateField(blank=True, null=True)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="harm_signatures",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("taken_back_on__isnull", True)),
                                fields=("workshop", "account"),
                                name="harm_signed_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetterText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "letter",
                            models.CharField(
                                choices=[
                                    ("invitation", "letter of invitation"),
                                    ("visa", "letter in support of a visa"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("body", models.TextField(max_length=2000)),
                        ("costs", models.TextField(blank=True, max_length=1000)),
                        ("closing", models.TextField(blank=True, max_length=1000)),
                        ("kept_on", models.DateField()),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="letter_texts",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "letter", "language"), name="letter_text_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Meeting",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("begins_at", models.DateTimeField()),
                        ("minutes", models.PositiveSmallIntegerField()),
                        ("zone", models.CharField(max_length=40)),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("online", "online"),
                                    ("telephone", "by telephone"),
                                    ("host", "in rooms of the host"),
                                    ("neutral", "at a neutral place"),
                                    ("arrival", "at the place of the workshop, on arrival"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("called_off_on", models.DateField(blank=True, null=True)),
                        ("changes", models.PositiveSmallIntegerField(default=0)),
                        (
                            "community",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="meetings",
                                to="programme.community",
                            ),
                        ),
                        (
                            "facilitator",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["begins_at", "id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("minutes__gte", 15), ("minutes__lte", 480)), name="meeting_length"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PanelAsked",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("titles", models.JSONField()),
                        ("asked_on", models.DateField()),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="panels_asked",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["workshop__number", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("workshop", "number"), name="panel_asked_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Consent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "product",
                            models.CharField(
                                choices=[
                                    ("taking_part", "Taking part in this workshop, under the rules"),
                                    ("single_text", "What was worked out may enter the single text, without authors"),
                                    ("briefs", "The agreed text may be carried to leadership, elites and public"),
                                    ("panel", "Being proposed for a session at the convention"),
                                    ("research", "My answers to questionnaires may be counted with those of others"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("given", models.BooleanField()),
                        ("changed_on", models.DateField()),
                        ("until", models.DateField(blank=True, null=True)),
                        ("ref", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="consents", to="select.seat"
                            ),
                        ),
                        (
                            "sheet",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="answers",
                                to="prepare.consentsheet",
                            ),
                        ),
                        (
                            "panel",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="answers",
                                to="prepare.panelasked",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("panel__isnull", False), ("product", "panel")),
                                    models.Q(models.Q(("product", "panel"), _negated=True), ("panel__isnull", True)),
                                    _connector="OR",
                                ),
                                name="consent_panel_named",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reached",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("weeks", models.PositiveSmallIntegerField()),
                        (
                            "answer",
                            models.CharField(
                                choices=[("safe", "safe"), ("help", "asks for help"), ("not_reached", "not reached")],
                                max_length=12,
                            ),
                        ),
                        ("tried_on", models.DateField()),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="reached", to="select.seat"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("weeks__in", (2, 6, 12))), name="reached_in_its_weeks"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Readiness",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "item",
                            models.CharField(
                                choices=[
                                    ("papers", "Passport that outlasts the journey"),
                                    ("letter", "Letter of invitation in hand"),
                                    ("entry", "Leave to enter the country of the workshop"),
                                    ("transit", "Leave to pass the countries on the way"),
                                    ("exit", "Leave to go, where one is needed"),
                                    ("ticket", "Ticket or seat on the way there and back"),
                                    ("cover", "Insurance and money for the days"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "standing",
                            models.CharField(
                                choices=[
                                    ("open", "still open"),
                                    ("in_hand", "under way"),
                                    ("ready", "ready"),
                                    ("not_needed", "not needed"),
                                    ("blocked", "blocked, I need help"),
                                ],
                                default="open",
                                max_length=12,
                            ),
                        ),
                        (
                            "lack",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("letter", "a letter"),
                                    ("money", "money"),
                                    ("appointment", "an appointment"),
                                    ("permit", "a permit"),
                                    ("document", "a document"),
                                    ("talk", "a talk with the convener"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("said_on", models.DateField(blank=True, null=True)),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="readiness", to="select.seat"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("seat", "item"), name="readiness_once"),
                            models.CheckConstraint(
                                condition=models.Q(("standing", "blocked"), ("lack", ""), _connector="OR"),
                                name="readiness_lack_only_blocked",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RulesSignature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("signed_on", models.DateField()),
                        (
                            "rules",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="signatures",
                                to="programme.groundrules",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="select.seat"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("seat", "rules"), name="rules_signed_once")],
                    },
                ),
            ],
        ),
    ]
