import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("select", "0001_initial"),
        ("select", "0002_rules"),
        ("select", "0003_rosters"),
        ("select", "0004_assessments"),
        ("select", "0005_draws"),
        ("select", "0006_weighing"),
        ("select", "0007_party_keys"),
        ("select", "0008_cohort_floor"),
    ]

    initial = True

    dependencies = [
        ("people", "0001_initial"),
        ("people", "__first__"),
        ("plan", "0001_squashed_0004_application"),
        ("programme", "0001_squashed_0004_agendas"),
    ]

    operations = [
        CreateTables(
            tables=[
                migrations.CreateModel(
                    name="Nomination",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("person", models.UUIDField(unique=True)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("proposed", "waiting for consent"),
                                    ("consented", "in the pool"),
                                    ("declined", "declined"),
                                    ("lapsed", "did not answer"),
                                    ("set_aside", "not eligible, kept no longer"),
                                ],
                                default="proposed",
                                max_length=10,
                            ),
                        ),
                        (
                            "way",
                            models.CharField(
                                choices=[
                                    ("convener", "by the convener"),
                                    ("link", "by a nominator’s code"),
                                    ("file", "by file"),
                                ],
                                default="convener",
                                max_length=10,
                            ),
                        ),
                        ("attributes", models.JSONField(default=dict)),
                        ("proposed_on", models.DateField()),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        (
                            "account",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="nominations",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "community",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="nominations",
                                to="programme.community",
                            ),
                        ),
                        (
                            "invitation",
                            models.OneToOneField(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="nomination",
                                to="people.invitation",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="nominations",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "account"), name="nominated_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="NominatorPass",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code_hash", models.CharField(max_length=64, unique=True)),
                        ("most", models.PositiveSmallIntegerField()),
                        ("used", models.PositiveSmallIntegerField(default=0)),
                        ("known", models.PositiveSmallIntegerField(default=0)),
                        ("issued_at", models.DateTimeField()),
                        ("expires_at", models.DateTimeField()),
                        ("withdrawn", models.BooleanField(default=False)),
                        (
                            "community",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="programme.community",
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="passes",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-issued_at", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("used__lte", models.F("most"))), name="pass_within_its_number"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="PartyKey",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("party", models.CharField(max_length=16)),
                        ("public", models.CharField(max_length=64, unique=True)),
                        ("named_at", models.DateTimeField()),
                        ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="party_keys",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("withdrawn_at", None)),
                                fields=("programme", "party"),
                                name="party_key_one_in_force",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Pool",
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
                                    ("nominees", "nominees who consented"),
                                    ("practice", "practice file, no persons"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("seats", models.PositiveSmallIntegerField(verbose_name="seats")),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        ("made_at", models.DateTimeField()),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="pools", to="plan.workshop"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Draw",
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
                                    ("cohort", "a cohort"),
                                    ("replacement", "seats that were given up"),
                                    ("alternates", "two alternates"),
                                ],
                                default="cohort",
                                max_length=12,
                            ),
                        ),
                        ("code", models.CharField(max_length=32, unique=True)),
                        ("objective", models.CharField(max_length=12)),
                        ("seats", models.PositiveSmallIntegerField()),
                        ("parties", models.JSONField()),
                        ("frozen", models.JSONField()),
                        ("secret", models.CharField(max_length=64)),
                        ("version", models.CharField(max_length=40)),
                        ("h0", models.CharField(max_length=64)),
                        ("frozen_at", models.DateTimeField()),
                        ("ended_at", models.DateTimeField(blank=True, null=True)),
                        ("listed", models.JSONField(blank=True, null=True)),
                        ("beacon", models.JSONField(blank=True, null=True)),
                        ("sealed_until", models.DateTimeField(blank=True, null=True)),
                        ("opened_until", models.DateTimeField(blank=True, null=True)),
                        ("h1", models.CharField(blank=True, max_length=64)),
                        ("published_at", models.DateTimeField(blank=True, null=True)),
                        ("value", models.JSONField(blank=True, null=True)),
                        ("seed", models.CharField(blank=True, max_length=64)),
                        ("drawn_at", models.DateTimeField(blank=True, null=True)),
                        ("stands_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="draws", to="select.pool"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Cohort",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("seats", models.PositiveSmallIntegerField()),
                        ("objective", models.CharField(max_length=12)),
                        ("floor", models.CharField(blank=True, max_length=24)),
                        ("number", models.CharField(max_length=128)),
                        ("result", models.JSONField(default=dict)),
                        ("proof", models.TextField(blank=True)),
                        ("own_number", models.BooleanField()),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        ("asked_at", models.DateTimeField()),
                        ("computed_at", models.DateTimeField(blank=True, null=True)),
                        ("kept_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="cohorts", to="select.pool"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="PoolMember",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("label", models.CharField(max_length=80)),
                        ("attributes", models.JSONField()),
                        (
                            "nomination",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="select.nomination",
                            ),
                        ),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="members", to="select.pool"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("pool", "label"), name="pool_label_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Practice",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("vignette", models.CharField(max_length=20)),
                        ("scores", models.JSONField()),
                        (
                            "assessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="programme.programme"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "assessor", "vignette"), name="practised_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Quota",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("feature", models.CharField(max_length=80)),
                        ("value", models.CharField(max_length=120)),
                        ("least", models.PositiveIntegerField()),
                        ("most", models.PositiveIntegerField()),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="quotas", to="select.pool"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("pool", "feature", "value"), name="quota_once"),
                            models.CheckConstraint(
                                condition=models.Q(("most__gte", models.F("least"))), name="quota_range_in_order"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Roster",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("freezes_on", models.DateField()),
                        ("frozen_at", models.DateTimeField(blank=True, null=True)),
                        ("digest", models.CharField(blank=True, max_length=64)),
                        (
                            "workshop",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="roster", to="plan.workshop"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Round",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("number", models.PositiveSmallIntegerField()),
                        ("opened_at", models.DateTimeField()),
                        ("objections_until", models.DateField()),
                        ("thresholds", models.JSONField(blank=True, null=True)),
                        ("thresholds_at", models.DateTimeField(blank=True, null=True)),
                        ("closed_at", models.DateTimeField(blank=True, null=True)),
                        ("agreement", models.JSONField(default=dict)),
                        ("officers", models.ManyToManyField(related_name="+", to=settings.AUTH_USER_MODEL)),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="rounds",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["number"],
                        "constraints": [
                            models.UniqueConstraint(fields=("programme", "number"), name="round_number_once"),
                            models.UniqueConstraint(
                                condition=models.Q(("closed_at__isnull", True)),
                                fields=("programme",),
                                name="one_round_open",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Result",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("eligible", models.BooleanField()),
                        ("suitability", models.CharField(max_length=40)),
                        ("short", models.JSONField(default=list)),
                        (
                            "nomination",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="results",
                                to="select.nomination",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="results", to="select.round"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [models.UniqueConstraint(fields=("round", "nomination"), name="result_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Objection",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "reason",
                            models.CharField(
                                choices=[
                                    ("not_of_community", "not of this community"),
                                    ("speaks_for_power", "speaks for a government, party or armed force"),
                                    ("danger", "danger to others in the room"),
                                    ("facts_wrong", "what was said of the nominee is wrong"),
                                    ("rules", "would not keep the ground rules"),
                                ],
                                max_length=20,
                            ),
                        ),
                        ("note", models.UUIDField()),
                        ("made_on", models.DateField()),
                        (
                            "answer",
                            models.CharField(
                                blank=True,
                                choices=[("upheld", "upheld, the nominee is set aside"), ("not_upheld", "not upheld")],
                                max_length=12,
                            ),
                        ),
                        ("answer_note", models.UUIDField(blank=True, null=True)),
                        ("answered_on", models.DateField(blank=True, null=True)),
                        (
                            "guarantor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "nomination",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="objections",
                                to="select.nomination",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="objections",
                                to="select.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "nomination", "guarantor"), name="objected_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Assignment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("conflict", models.CharField(blank=True, max_length=20)),
                        (
                            "assessor",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assignments",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "nomination",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assignments",
                                to="select.nomination",
                            ),
                        ),
                        (
                            "round",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="assignments",
                                to="select.round",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("round", "nomination", "assessor"), name="assigned_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Seal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("party", models.CharField(max_length=16)),
                        ("seal", models.CharField(max_length=64, unique=True)),
                        ("set_at", models.DateTimeField()),
                        ("key", models.CharField(blank=True, max_length=128)),
                        ("opened_at", models.DateTimeField(blank=True, null=True)),
                        ("signed_with", models.CharField(blank=True, max_length=64)),
                        ("signature", models.CharField(blank=True, max_length=128)),
                        (
                            "draw",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="seals", to="select.draw"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["party"],
                        "constraints": [models.UniqueConstraint(fields=("draw", "party"), name="draw_seal_once")],
                    },
                ),
                migrations.CreateModel(
                    name="Seat",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("withdrawn_on", models.DateField(blank=True, null=True)),
                        (
                            "account",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "community",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="seats",
                                to="programme.community",
                            ),
                        ),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="seats", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("workshop", "account"), name="seat_once")],
                    },
                ),
                migrations.CreateModel(
                    name="EntryClass",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("passport", models.CharField(max_length=2, verbose_name="passport")),
                        ("residence", models.CharField(max_length=2, verbose_name="residence")),
                        (
                            "seat",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="entry", to="select.seat"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["seat_id"],
                    },
                ),
                migrations.CreateModel(
                    name="Sounding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("day", models.DateField()),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("letter", "letter"),
                                    ("telephone", "telephone"),
                                    ("meeting", "meeting in person"),
                                    ("go_between", "a go-between"),
                                    ("convention", "conversation at a convention"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "asked_by",
                            models.CharField(
                                choices=[
                                    ("convener", "convener"),
                                    ("facilitator", "facilitator"),
                                    ("guarantor", "guarantor"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "outcome",
                            models.CharField(
                                choices=[
                                    ("would_come", "would take part"),
                                    ("hesitates", "hesitates"),
                                    ("names_others", "names others"),
                                    ("would_not", "would not"),
                                    ("no_answer", "no answer yet"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "next_step",
                            models.CharField(
                                choices=[
                                    ("nominate", "nominate"),
                                    ("ask_again", "ask again"),
                                    ("meet", "meet in person"),
                                    ("ask_others", "ask those who were named"),
                                    ("nothing", "nothing more"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("next_on", models.DateField(blank=True, null=True)),
                        ("note", models.UUIDField(blank=True, null=True)),
                        (
                            "community",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="programme.community"
                            ),
                        ),
                        (
                            "programme",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="soundings",
                                to="programme.programme",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-day", "-id"],
                    },
                ),
                migrations.CreateModel(
                    name="Tie",
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
                                    ("apart", "may not sit together"),
                                    ("household", "one household"),
                                    ("institution", "one institution"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("members", models.ManyToManyField(related_name="ties", to="select.poolmember")),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="ties", to="select.pool"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Weighing",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("rules", models.CharField(max_length=64)),
                        ("result", models.JSONField(default=dict)),
                        ("asked_at", models.DateTimeField()),
                        ("done_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "pool",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="weighings", to="select.pool"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="Assessment",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("version", models.PositiveSmallIntegerField()),
                        ("scores", models.JSONField()),
                        ("note", models.UUIDField()),
                        ("handed_in_at", models.DateTimeField()),
                        (
                            "assignment",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="sheets",
                                to="select.assignment",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["version"],
                        "constraints": [
                            models.UniqueConstraint(fields=("assignment", "version"), name="sheet_version_once"),
                            models.CheckConstraint(
                                condition=models.Q(("version__in", [1, 2])), name="sheet_first_or_second"
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="DrawYes",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("party", models.CharField(max_length=16)),
                        (
                            "what",
                            models.CharField(
                                choices=[("freeze", "the frozen pool"), ("audit", "opening the audit file")],
                                max_length=8,
                            ),
                        ),
                        ("said_at", models.DateTimeField()),
                        ("key", models.CharField(blank=True, max_length=64)),
                        ("signature", models.CharField(blank=True, max_length=128)),
                        (
                            "draw",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="yeses", to="select.draw"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("draw", "party", "what"), name="draw_yes_once")
                        ],
                    },
                ),
            ],
        ),
    ]
