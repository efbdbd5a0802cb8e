import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from tracktwo.foundation.tables import CreateTables


class Migration(migrations.Migration):
    replaces = [
        ("transmit", "0001_initial"),
        ("transmit", "0002_findings"),
        ("transmit", "0003_proposals"),
        ("transmit", "0004_log"),
        ("transmit", "0005_stories"),
        ("transmit", "0006_discussions"),
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
                    name="Cell",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("leadership", "Leadership"),
                                    ("elites", "Elites"),
                                    ("public", "Public"),
                                    ("convention", "Convention"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("open", "not begun"),
                                    ("in_hand", "in hand"),
                                    ("delivered", "delivered"),
                                    ("waived", "waived"),
                                ],
                                default="open",
                                max_length=10,
                            ),
                        ),
                        (
                            "owner",
                            models.CharField(
                                blank=True,
                                choices=[
                                    ("convener", "convener"),
                                    ("facilitator", "facilitator"),
                                    ("assessor", "assessor"),
                                    ("nominee", "nominee"),
                                    ("guarantor", "guarantor"),
                                    ("participant", "participant"),
                                    ("rapporteur", "rapporteur"),
                                    ("translator", "translator"),
                                    ("reader", "reader"),
                                    ("officer", "vault officer"),
                                    ("auditor", "auditor"),
                                ],
                                max_length=16,
                            ),
                        ),
                        ("due", models.DateField(blank=True, null=True)),
                        ("reason", models.CharField(blank=True, max_length=300)),
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
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="cells", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("community__isnull", False)),
                                fields=("workshop", "audience", "community"),
                                name="cell_once_for_a_community",
                            ),
                            models.UniqueConstraint(
                                condition=models.Q(("community__isnull", True)),
                                fields=("workshop", "audience"),
                                name="cell_once_for_the_convention",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("audience", "convention"), ("community__isnull", True)),
                                    models.Q(
                                        models.Q(("audience", "convention"), _negated=True),
                                        ("community__isnull", False),
                                    ),
                                    _connector="OR",
                                ),
                                name="cell_belongs_to_a_community_or_the_convention",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("state", "waived"), _negated=True),
                                    models.Q(("reason", ""), _negated=True),
                                    _connector="OR",
                                ),
                                name="cell_waived_with_a_reason",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Brief",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("text_digest", models.CharField(max_length=64)),
                        ("approved_on", models.DateField(blank=True, null=True)),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "cell",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE, related_name="brief", to="transmit.cell"
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="ConsentUse",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("layer", models.CharField(max_length=16)),
                        ("given_on", models.DateField()),
                        (
                            "kind",
                            models.CharField(
                                choices=[
                                    ("brief", "Brief"),
                                    ("note", "Memorandum"),
                                    ("line", "Line"),
                                    ("proposal", "Proposal"),
                                ],
                                max_length=8,
                            ),
                        ),
                        ("number", models.PositiveBigIntegerField()),
                        ("used_on", models.DateField()),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="select.seat"
                            ),
                        ),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "indexes": [models.Index(fields=["kind", "number"], name="consent_use_of_product")],
                        "constraints": [
                            models.UniqueConstraint(
                                fields=("seat", "layer", "kind", "number"), name="consent_used_once"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Discussion",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("code", models.CharField(max_length=12, unique=True)),
                        ("closed_on", models.DateField(blank=True, null=True)),
                        (
                            "workshop",
                            models.OneToOneField(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="discussion",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                ),
                migrations.CreateModel(
                    name="Finding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("clause", models.CharField(max_length=16)),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "stays with the cohort"),
                                    (1, "as far as leadership"),
                                    (2, "as far as elites"),
                                    (3, "as far as the public"),
                                ],
                                default=0,
                            ),
                        ),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("workshop", "clause"), name="finding_once"),
                            models.CheckConstraint(condition=models.Q(("level__lte", 3)), name="finding_level_known"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Note",
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
                                choices=[("memo", "Memorandum"), ("press", "Press line"), ("crisis", "Crisis line")],
                                max_length=6,
                            ),
                        ),
                        ("number", models.PositiveIntegerField(blank=True, null=True)),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="plan.workshop"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="NoteText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("title", models.CharField(max_length=160)),
                        ("body", models.TextField(max_length=6000)),
                        (
                            "note",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="transmit.note"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("note", "language"), name="note_language_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Paragraph",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("place", models.PositiveSmallIntegerField()),
                        (
                            "section",
                            models.CharField(
                                choices=[
                                    ("abstract", "Abstract"),
                                    ("findings", "Findings"),
                                    ("reasoning", "Why"),
                                    ("options", "Options"),
                                    ("steps", "Joint steps"),
                                    ("open", "What stayed open"),
                                ],
                                default="findings",
                                max_length=10,
                            ),
                        ),
                        ("clause", models.CharField(blank=True, max_length=16)),
                        (
                            "level",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (0, "stays with the cohort"),
                                    (1, "as far as leadership"),
                                    (2, "as far as elites"),
                                    (3, "as far as the public"),
                                ],
                                default=0,
                            ),
                        ),
                        (
                            "brief",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="paragraphs",
                                to="transmit.brief",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["place"],
                        "constraints": [
                            models.UniqueConstraint(fields=("brief", "place"), name="paragraph_place_once"),
                            models.CheckConstraint(condition=models.Q(("level__lte", 3)), name="paragraph_level_known"),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="ParagraphText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("words", models.TextField(max_length=3000)),
                        (
                            "paragraph",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="texts",
                                to="transmit.paragraph",
                            ),
                        ),
                    ],
                    options={
                        "constraints": [
                            models.UniqueConstraint(fields=("paragraph", "language"), name="paragraph_language_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Proposal",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("association", models.CharField(max_length=16)),
                        (
                            "kind",
                            models.CharField(choices=[("panel", "Panel"), ("roundtable", "Roundtable")], max_length=10),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("title", models.CharField(max_length=160)),
                        ("abstract", models.TextField(max_length=2500)),
                        ("released_at", models.DateTimeField(blank=True, null=True)),
                        (
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="proposals",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="ProposalPart",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "role",
                            models.CharField(
                                choices=[
                                    ("chair", "Chair"),
                                    ("speaker", "Paper or contribution"),
                                    ("discussant", "Discussant"),
                                ],
                                max_length=10,
                            ),
                        ),
                        ("title", models.CharField(blank=True, max_length=160)),
                        ("agreed_on", models.DateField(blank=True, null=True)),
                        (
                            "proposal",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="parts",
                                to="transmit.proposal",
                            ),
                        ),
                        (
                            "seat",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to="select.seat",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(
                                condition=models.Q(("seat__isnull", False)),
                                fields=("proposal", "role", "seat"),
                                name="proposal_part_once",
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Remark",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("words", models.CharField(max_length=400)),
                        (
                            "state",
                            models.CharField(
                                choices=[
                                    ("waiting", "waiting for the moderator"),
                                    ("shown", "shown"),
                                    ("aside", "set aside"),
                                ],
                                default="waiting",
                                max_length=7,
                            ),
                        ),
                        ("on_paper", models.BooleanField(default=False)),
                        (
                            "answers",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="replies",
                                to="transmit.remark",
                            ),
                        ),
                        (
                            "discussion",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="remarks",
                                to="transmit.discussion",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(("words", ""), _negated=True), name="remark_has_words"
                            )
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Story",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("told_on", models.DateField()),
                        ("taken_back_on", models.DateField(blank=True, null=True)),
                        (
                            "seat",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="stories", to="select.seat"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                    },
                ),
                migrations.CreateModel(
                    name="StoryConsent",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("leadership", "Leadership"),
                                    ("elites", "Elites"),
                                    ("public", "Public"),
                                    ("convention", "Convention"),
                                ],
                                max_length=12,
                            ),
                        ),
                        ("given_on", models.DateField()),
                        (
                            "story",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="consents",
                                to="transmit.story",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("story", "audience"), name="story_audience_once"),
                            models.CheckConstraint(
                                condition=models.Q(("audience__in", ["leadership", "elites", "public", "convention"])),
                                name="story_audience_known",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="StoryText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("title", models.CharField(max_length=120)),
                        ("words", models.TextField(max_length=4000)),
                        ("approved_on", models.DateField(blank=True, null=True)),
                        (
                            "story",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="transmit.story"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("story", "language"), name="story_language_once")
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Transmission",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("month", models.DateField()),
                        (
                            "agent",
                            models.CharField(
                                choices=[
                                    ("convener", "convener"),
                                    ("facilitator", "facilitator"),
                                    ("assessor", "assessor"),
                                    ("nominee", "nominee"),
                                    ("guarantor", "guarantor"),
                                    ("participant", "participant"),
                                    ("rapporteur", "rapporteur"),
                                    ("translator", "translator"),
                                    ("reader", "reader"),
                                    ("officer", "vault officer"),
                                    ("auditor", "auditor"),
                                ],
                                max_length=16,
                            ),
                        ),
                        (
                            "channel",
                            models.CharField(
                                choices=[
                                    ("meeting", "conversation"),
                                    ("letter", "letter or paper handed over"),
                                    ("lecture", "lecture or class"),
                                    ("article", "article or broadcast"),
                                    ("convention", "session at a convention"),
                                    ("site", "public site"),
                                    ("go_between", "a go-between"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "audience",
                            models.CharField(
                                choices=[
                                    ("leadership", "Leadership"),
                                    ("elites", "Elites"),
                                    ("public", "Public"),
                                    ("convention", "Convention"),
                                ],
                                max_length=12,
                            ),
                        ),
                        (
                            "direction",
                            models.CharField(
                                choices=[("out", "from the room"), ("back", "back to the room")],
                                default="out",
                                max_length=4,
                            ),
                        ),
                        ("content", models.CharField(max_length=400)),
                        ("findings", models.JSONField(default=list)),
                        (
                            "response",
                            models.CharField(
                                choices=[
                                    ("none", "no answer yet"),
                                    ("received", "receipt confirmed"),
                                    ("asked", "asked for more"),
                                    ("used", "used in own words or work"),
                                    ("refused", "declined"),
                                ],
                                default="none",
                                max_length=8,
                            ),
                        ),
                        (
                            "grade",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "told by whoever carried it"),
                                    (2, "confirmed by whoever received it"),
                                    (3, "shown by a document"),
                                    (4, "shown by somebody independent"),
                                ],
                                default=1,
                            ),
                        ),
                        (
                            "harm",
                            models.CharField(
                                choices=[("none", "none known"), ("feared", "feared"), ("happened", "happened")],
                                default="none",
                                max_length=8,
                            ),
                        ),
                        ("harm_words", models.CharField(blank=True, max_length=400)),
                        ("follow_up_on", models.DateField(blank=True, null=True)),
                        ("followed_on", models.DateField(blank=True, null=True)),
                        ("taken_up_on", models.DateField(blank=True, null=True)),
                        ("taken_up", models.CharField(blank=True, max_length=400)),
                        (
                            "brief",
                            models.ForeignKey(
                                blank=True,
                                null=True,
                                on_delete=django.db.models.deletion.SET_NULL,
                                related_name="transmissions",
                                to="transmit.brief",
                            ),
                        ),
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
                            "workshop",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="transmissions",
                                to="plan.workshop",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["-month", "-id"],
                        "constraints": [
                            models.CheckConstraint(
                                condition=models.Q(
                                    models.Q(("audience", "convention"), _negated=True),
                                    ("community__isnull", True),
                                    _connector="OR",
                                ),
                                name="transmission_convention_has_no_side",
                            ),
                            models.CheckConstraint(
                                condition=models.Q(
                                    ("taken_up_on__isnull", True),
                                    models.Q(("grade__gte", 3), models.Q(("taken_up", ""), _negated=True)),
                                    _connector="OR",
                                ),
                                name="transmission_claimed_with_a_document",
                            ),
                        ],
                    },
                ),
                migrations.CreateModel(
                    name="Coding",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        (
                            "grade",
                            models.PositiveSmallIntegerField(
                                choices=[
                                    (1, "told by whoever carried it"),
                                    (2, "confirmed by whoever received it"),
                                    (3, "shown by a document"),
                                    (4, "shown by somebody independent"),
                                ]
                            ),
                        ),
                        (
                            "response",
                            models.CharField(
                                choices=[
                                    ("none", "no answer yet"),
                                    ("received", "receipt confirmed"),
                                    ("asked", "asked for more"),
                                    ("used", "used in own words or work"),
                                    ("refused", "declined"),
                                ],
                                max_length=8,
                            ),
                        ),
                        (
                            "coder",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="+",
                                to=settings.AUTH_USER_MODEL,
                            ),
                        ),
                        (
                            "transmission",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE,
                                related_name="codings",
                                to="transmit.transmission",
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [models.UniqueConstraint(fields=("transmission", "coder"), name="coded_once")],
                    },
                ),
                migrations.CreateModel(
                    name="BriefText",
                    fields=[
                        (
                            "id",
                            models.BigAutoField(
                                auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                            ),
                        ),
                        ("language", models.CharField(max_length=8)),
                        ("title", models.CharField(max_length=160)),
                        (
                            "brief",
                            models.ForeignKey(
                                on_delete=django.db.models.deletion.CASCADE, related_name="texts", to="transmit.brief"
                            ),
                        ),
                    ],
                    options={
                        "ordering": ["id"],
                        "constraints": [
                            models.UniqueConstraint(fields=("brief", "language"), name="brief_language_once")
                        ],
                    },
                ),
            ],
        ),
    ]
