import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("agree", "0001_initial"),
        ("agree", "0002_moves_and_languages"),
        ("agree", "0003_let_stand"),
        ("agree", "0004_silences"),
        ("agree", "0005_no_rule_yet"),
    ]

    initial = True

    dependencies = [
        ("people", "__first__"),
        ("plan", "0001_squashed_0004_application"),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Silence",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("running", "Running"),
                                    ("kept", "Kept"),
                                    ("broken", "Broken"),
                                    ("absent", "Absent"),
                                    ("called_off", "Called Off"),
                                ],
                                default="running",
                                max_length=12,
                            ),
                        ),
                        ("hours", models.PositiveSmallIntegerField()),
                        ("opened_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("extended", models.PositiveSmallIntegerField(default=0)),
                        ("unreached", models.PositiveSmallIntegerField(default=0)),
                        ("ended_on", models.DateField(blank=True, null=True)),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="silences", to="agree.text"
                            ),
                        ),
                        (
                            "version",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="silences",
                                to="agree.textversion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("text", "number"), name="silence_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("state", "running")), fields=("text",), name="silence_running_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Objection",
                    fields=[
                        ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                        ("clause", models.CharField(max_length=40)),
                        ("reason", models.TextField()),
                        ("wants", models.TextField(blank=True)),
                        ("side", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "silence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="objections",
                                to="agree.silence",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Text",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("title", models.CharField(max_length=160, verbose_name="title")),
                        ("language", models.CharField(max_length=8, verbose_name="language of the text")),
                        ("languages", models.JSONField(blank=True, default=list)),
                        (
                            "mode",
                            models.CharField(
                                choices=[
                                    ("bracketed", "Brackets: communities hold their words, and the room cleans them"),
                                    (
                                        "one_text",
                                        "One text: only the third party words it, communities criticise its clauses",
                                    ),
                                ],
                                default="bracketed",
                                max_length=12,
                            ),
                        ),
                        ("state", models.JSONField()),
                        ("moves", models.PositiveIntegerField(default=0)),
                        ("version", models.PositiveIntegerField(default=0)),
                        ("opened_on", models.DateField()),
                        ("frozen_on", models.DateField(blank=True, null=True)),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        (
                            "workshop",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="text", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("digest", ""), ("frozen_on__isnull", True)),
                                    models.Q(("frozen_on__isnull", False), models.Q(("digest", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="text_frozen_with_a_digest",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Signature",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("digest", models.CharField(max_length=64)),
                        ("signed_on", models.DateField()),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="signatures", to="agree.text"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["side"],
                        "constraints": [
                            models.UniqueConstraint(fields=("text", "side"), name="signature_once"),
                            models.CheckConstraint(
                                condition=models.Q(("side__gte", 1)), name="signature_of_a_community"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Rendering",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("clause", models.CharField(max_length=40)),
                        ("language", models.CharField(max_length=8)),
                        ("words", models.TextField()),
                        ("alternatives", models.JSONField(blank=True, default=dict)),
                        ("of_version", models.PositiveIntegerField()),
                        ("written_on", models.DateField()),
                        ("reviewed_on", models.DateField(blank=True, null=True)),
                        ("reviewed_side", models.PositiveSmallIntegerField(blank=True, null=True)),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="renderings", to="agree.text"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("text", "clause", "language"), name="rendering_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="LetStand",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("mark", models.CharField(max_length=64)),
                        ("kind", models.CharField(max_length=16)),
                        ("reason", models.CharField(max_length=400)),
                        ("made_on", models.DateField()),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="let_stand", to="agree.text"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["pk"],
                        "constraints": [models.UniqueConstraint(fields=("text", "mark"), name="let_stand_once")],
                    },
                ),
                migrations.CreateModel(
                    name="TextMove",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("kind", models.CharField(max_length=16)),
                        ("data", models.JSONField()),
                        ("made_on", models.DateField()),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="trail", to="agree.text"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [models.UniqueConstraint(fields=("text", "number"), name="text_move_once")],
                    },
                ),
                migrations.CreateModel(
                    name="TextVersion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveIntegerField()),
                        ("data", models.JSONField()),
                        ("languages", models.JSONField(blank=True, default=dict)),
                        ("moves", models.PositiveIntegerField(default=0)),
                        ("digest", models.CharField(max_length=64)),
                        ("made_on", models.DateField()),
                        (
                            "text",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="agree.text"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [models.UniqueConstraint(fields=("text", "number"), name="text_version_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Reach",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("is_reached", models.BooleanField(default=False)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "silence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="reaches", to="agree.silence"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("silence", "account"), name="reach_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Affirmation",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        (
                            "silence",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="affirmations",
                                to="agree.silence",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("silence", "side"), name="affirmation_once")],
                    },
                ),
            ],
        ),
    ]
