import django.db.models.deletion
import django.db.models.expressions
import tracktwo.steps.programme.models.programme
from django.conf import settings
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("convene", "0001_initial"),
        ("convene", "0002_floor"),
        ("convene", "0003_needs"),
        ("convene", "0004_polls"),
        ("convene", "0005_pulse"),
        ("convene", "0006_paper"),
        ("convene", "0007_session_words"),
        ("convene", "0008_planned_sessions"),
        ("convene", "0009_apart_and_safe"),
        ("convene", "0010_assent"),
    ]

    initial = True

    dependencies = [
        ("people", "__first__"),
        ("plan", "0001_squashed_0004_application"),
        ("programme", "0001_squashed_0004_agendas"),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name="CheckIn",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("phase", models.CharField(max_length=40)),
                        ("is_open", models.BooleanField(default=True)),
                        ("cells", models.JSONField()),
                        ("words", models.JSONField(default=dict)),
                        ("members", models.PositiveSmallIntegerField()),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="checkins",
                                to="convene.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["session", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("session", "number"), name="checkin_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("is_open", True)), fields=("session",), name="checkin_open_once"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Draft",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("tries", models.PositiveSmallIntegerField(default=0)),
                        ("mark", models.CharField(default="awaited", max_length=9)),
                        ("text", models.CharField(blank=True, max_length=400)),
                        ("language", models.CharField(blank=True, max_length=8)),
                        (
                            "restatement",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="drafts",
                                to="convene.restatement",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["side"],
                        "constraints": [
                            models.UniqueConstraint(fields=("restatement", "side"), name="draft_side_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Poll",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[("approval", "Approval"), ("ranking", "Ranking"), ("consent", "Consent")],
                                max_length=8,
                            ),
                        ),
                        ("candidates", models.JSONField()),
                        ("is_open", models.BooleanField(default=True)),
                        ("result", models.JSONField(blank=True, null=True)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="polls", to="convene.session"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_open", True)), fields=("session",), name="poll_open_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("is_open", True), ("result__isnull", True)),
                                    models.Q(("is_open", False), ("result__isnull", False)),
                                    _connector="OR",
                                ),
                                name="poll_result_only_when_closed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Restatement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("speaker", models.PositiveSmallIntegerField()),
                        ("kind", models.CharField(choices=[("need", "Need"), ("fear", "Fear")], max_length=4)),
                        ("is_open", models.BooleanField(default=True)),
                        ("is_accepted", models.BooleanField(default=False)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="restatements",
                                to="convene.session",
                            ),
                        ),
                        (
                            "statement",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="restatement",
                                to="convene.statement",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_open", True)), fields=("session",), name="restatement_open_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(("is_open", False), ("is_accepted", False), _connector="OR"),
                                name="restatement_accepted_is_closed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Caucus",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("minutes", models.PositiveSmallIntegerField()),
                        ("opened_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(null=True)),
                        ("is_third_party_in", models.BooleanField(default=False)),
                        ("asked", models.PositiveIntegerField(default=0)),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="caucuses", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["opened_at", "side"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("workshop", "side"),
                                name="caucus_open_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaucusHand",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("asked", models.PositiveIntegerField(null=True)),
                        ("has_spoken", models.BooleanField(default=False)),
                        ("has_floor", models.BooleanField(default=False)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "caucus",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="hands", to="convene.caucus"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("caucus", "account"), name="caucus_hand_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("has_floor", True)), fields=("caucus",), name="caucus_one_speaker"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CaucusLine",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("text", models.CharField(max_length=400)),
                        ("language", models.CharField(max_length=8)),
                        ("is_carried", models.BooleanField(default=False)),
                        (
                            "caucus",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="convene.caucus"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("caucus", "number"), name="caucus_line_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="CheckInRoll",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("has_answered", models.BooleanField(default=False)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "checkin",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="roll", to="convene.checkin"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("checkin", "account"), name="checkin_person_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("members", models.PositiveSmallIntegerField()),
                        ("yes", models.PositiveSmallIntegerField(default=0)),
                        ("not_yet", models.PositiveSmallIntegerField(default=0)),
                        ("result", models.JSONField(null=True)),
                        (
                            "draft",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="assent", to="convene.draft"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "members__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            models.F("yes"), "+", models.F("not_yet")
                                        ),
                                    )
                                ),
                                name="assent_within_members",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PollCount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("members", models.PositiveSmallIntegerField()),
                        ("voters", models.PositiveSmallIntegerField(default=0)),
                        ("cells", models.JSONField()),
                        (
                            "poll",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="counts", to="convene.poll"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["side"],
                        "constraints": [
                            models.UniqueConstraint(fields=("poll", "side"), name="poll_count_once"),
                            models.CheckConstraint(
                                condition=models.Q(("members__gte", models.F("voters"))),
                                name="poll_count_within_members",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PollRoll",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("has_voted", models.BooleanField(default=False)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "poll",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="roll", to="convene.poll"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("poll", "account"), name="poll_voter_once")],
                    },
                ),
                migrations.CreateModel(
                    name="PublicAgenda",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "code",
                            models.CharField(
                                default=tracktwo.steps.programme.models.programme.new_key,
                                editable=False,
                                max_length=10,
                                unique=True,
                            ),
                        ),
                        ("titles", models.JSONField()),
                        ("texts", models.JSONField()),
                        ("agreed_at", models.DateTimeField(null=True)),
                        (
                            "workshop",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="public_agenda",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["workshop__number"],
                    },
                ),
                migrations.CreateModel(
                    name="Session",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("phases", models.JSONField()),
                        ("is_covered", models.BooleanField(default=False)),
                        ("words", models.JSONField(default=dict)),
                        ("opened_at", models.DateTimeField()),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("used", models.JSONField(default=list)),
                        (
                            "agenda",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.PROTECT,
                                related_name="+",
                                to="programme.agendatemplate",
                            ),
                        ),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="sessions", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["workshop__number", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("workshop", "number"), name="session_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("workshop",),
                                name="session_open_once",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Reflection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("moved", models.CharField(blank=True, max_length=600)),
                        ("stuck", models.CharField(blank=True, max_length=600)),
                        ("tomorrow", models.CharField(blank=True, max_length=600)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="reflections",
                                to="convene.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="PlannedSession",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("day", models.DateField()),
                        ("begins", models.TimeField()),
                        ("phases", models.JSONField()),
                        ("words", models.JSONField(default=dict)),
                        ("revision", models.PositiveIntegerField(default=0)),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="planned_sessions",
                                to="plan.workshop",
                            ),
                        ),
                        (
                            "session",
                            models.OneToOneField(
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="planned",
                                to="convene.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["day", "begins"],
                        "constraints": [
                            models.UniqueConstraint(fields=("workshop", "number"), name="planned_session_number_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Option",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("needs", models.ManyToManyField(related_name="options", to="convene.restatement")),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="options",
                                to="convene.session",
                            ),
                        ),
                        (
                            "statement",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="option",
                                to="convene.statement",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="JointStep",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text", models.CharField(max_length=400)),
                        ("language", models.CharField(max_length=8)),
                        ("owner", models.CharField(max_length=16)),
                        ("due", models.DateField()),
                        (
                            "option",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="steps",
                                to="convene.option",
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="convene.session"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["due", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Intervention",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("theory", "theoretical input"),
                                    ("content", "observation on content"),
                                    ("process", "observation on process"),
                                    ("rule", "a rule recalled"),
                                    ("break", "a break offered"),
                                    ("caucus", "a talk apart offered"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("minute", models.PositiveSmallIntegerField()),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="interventions",
                                to="convene.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["session", "minute", "id"],
                    },
                ),
                migrations.CreateModel(
                    name="Hand",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("asked", models.PositiveIntegerField(null=True)),
                        ("moved", models.PositiveSmallIntegerField(null=True)),
                        ("has_spoken", models.BooleanField(default=False)),
                        ("has_floor", models.BooleanField(default=False)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="hands", to="convene.session"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("session", "account"), name="hand_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("has_floor", True)), fields=("session",), name="floor_one_speaker"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Floor",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("asked", models.PositiveIntegerField(default=0)),
                        ("turns", models.JSONField(default=list)),
                        ("timed", models.PositiveSmallIntegerField(null=True)),
                        ("since", models.DateTimeField(null=True)),
                        ("is_interpreted", models.BooleanField(default=False)),
                        ("on_wall", models.CharField(default="count", max_length=7)),
                        ("is_shown", models.BooleanField(default=False)),
                        (
                            "session",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="floor", to="convene.session"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ClockPress",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("press", models.CharField(max_length=8)),
                        ("at", models.DateTimeField()),
                        ("minutes", models.PositiveSmallIntegerField(default=0)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="presses",
                                to="convene.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [models.UniqueConstraint(fields=("session", "number"), name="clock_press_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Airtime",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("phase", models.CharField(max_length=40)),
                        ("side", models.SmallIntegerField()),
                        ("seconds", models.PositiveIntegerField(default=0)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="airtime",
                                to="convene.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["side"],
                        "constraints": [
                            models.UniqueConstraint(fields=("session", "phase", "side"), name="airtime_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Statement",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("phase", models.CharField(max_length=40)),
                        ("text", models.CharField(max_length=400)),
                        ("language", models.CharField(max_length=8)),
                        (
                            "state",
                            models.CharField(
                                choices=[("kept", "Kept"), ("parked", "Constraints"), ("held", "Held")],
                                default="kept",
                                max_length=6,
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("names", "it names somebody"),
                                    ("quotes", "it quotes somebody"),
                                    ("wounds", "it accuses instead of saying what it is like"),
                                    ("twice", "it stands on the wall already"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="statements",
                                to="convene.session",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["session", "number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("session", "number"), name="statement_number_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "held"), models.Q(("reason", ""), _negated=True)),
                                    models.Q(models.Q(("state", "held"), _negated=True), ("reason", "")),
                                    _connector="OR",
                                ),
                                name="statement_held_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PaperCount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("cells", models.JSONField()),
                        (
                            "counted_by",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="paper_counts",
                                to="convene.session",
                            ),
                        ),
                        (
                            "statement",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="paper_count",
                                to="convene.statement",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Vote",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("rule", models.CharField(max_length=40)),
                        ("is_open", models.BooleanField(default=True)),
                        ("on_paper", models.BooleanField(default=False)),
                        ("result", models.JSONField(blank=True, null=True)),
                        (
                            "session",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="votes", to="convene.session"
                            ),
                        ),
                        (
                            "statement",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="vote", to="convene.statement"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("is_open", True)), fields=("session",), name="vote_open_once"
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("is_open", True), ("result__isnull", True)),
                                    models.Q(("is_open", False), ("result__isnull", False)),
                                    _connector="OR",
                                ),
                                name="vote_result_only_when_closed",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="SideCount",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("members", models.PositiveSmallIntegerField()),
                        ("agree", models.PositiveSmallIntegerField(default=0)),
                        ("disagree", models.PositiveSmallIntegerField(default=0)),
                        ("passed", models.PositiveSmallIntegerField(default=0)),
                        (
                            "vote",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="counts", to="convene.vote"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["side"],
                        "constraints": [
                            models.UniqueConstraint(fields=("vote", "side"), name="side_count_once"),
                            models.CheckConstraint(
                                condition=models.Q(
                                    (
                                        "members__gte",
                                        django.db.models.expressions.CombinedExpression(
                                            django.db.models.expressions.CombinedExpression(
                                                models.F("agree"), "+", models.F("disagree")
                                            ),
                                            "+",
                                            models.F("passed"),
                                        ),
                                    )
                                ),
                                name="side_count_within_members",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="RollCall",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("side", models.PositiveSmallIntegerField()),
                        ("has_voted", models.BooleanField(default=False)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "vote",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="roll", to="convene.vote"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("vote", "account"), name="voter_once")],
                    },
                ),
                migrations.CreateModel(
                    name="AssentRoll",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("has_answered", models.BooleanField(default=False)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "assent",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="roll", to="convene.assent"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("assent", "account"), name="assent_person_once")
                        ],
                    },
                ),
            ],
        ),
    ]
