"""Stories: the teller's own page, and the desk of those who translate."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _

from tracktwo.steps.prepare.queries import seats_of
from tracktwo.steps.programme.doors import ProgrammeDoor
from tracktwo.steps.select.models import Seat
from tracktwo.steps.transmit import actions
from tracktwo.steps.transmit.forms import ReadersForm, StoryForm, TellForm
from tracktwo.steps.transmit.models import Story
from tracktwo.steps.transmit.queries import access_own_stories, access_stories


class OwnStories(ProgrammeDoor):
    """What this person has told, and a form to tell another."""

    step = 7
    policy = "transmit.tell"
    template = "transmit/own_stories.html"
    form: TellForm | None = None

    @cached_property
    def seat(self) -> Seat | None:
        return seats_of(self.request.user, self.programme).last()

    def context(self, **more: Any) -> dict[str, Any]:
        return super().context(
            stories=[(one, one.texts.first()) for one in access_own_stories(self.request.user, self.programme)],
            seat=self.seat,
            form=self.form or TellForm(),
            **more,
        )

    def post(self, request: HttpRequest, key: str) -> HttpResponseBase:
        self.form = TellForm(request.POST)
        if self.seat is None or not self.form.is_valid():
            return self.page(request, status=422)
        story = actions.tell(self.seat, **self.form.cleaned_data, now=timezone.now())
        messages.success(request, _("Your story is kept. Nobody reads it before you say who may."))
        return redirect("transmit:own_story", key, story.pk)


class OwnStory(ProgrammeDoor):
    """One's own story: its words, its translations, who may read it, and the way to take it back."""

    step = 7
    policy = "transmit.tell"
    template = "transmit/own_story.html"
    form: StoryForm | None = None

    @cached_property
    def story(self) -> Story:
        found = access_own_stories(self.request.user, self.programme).filter(pk=self.kwargs["story"]).first()
        if found is None:
            raise Http404
        return found

    def context(self, **more: Any) -> dict[str, Any]:
        story = self.story
        own = story.texts.filter(language=story.language).first()
        given = [one.audience for one in story.consents.all()]
        return super().context(
            story=story,
            own=own,
            others=list(story.texts.exclude(language=story.language)),
            form=self.form or StoryForm(initial={"title": own.title, "words": own.words} if own else {}),
            readers_form=ReadersForm(initial={"audiences": given}),
            given=given,
            **more,
        )

    def post(self, request: HttpRequest, key: str, story: int) -> HttpResponseBase:
        deed = {"readers": self._readers, "approve": self._approve, "back": self._back}.get(
            request.POST.get("deed", ""), self._retell
        )
        if not deed(request):
            return self.page(request, status=422)
        messages.success(request, _("Kept."))
        return redirect("transmit:own_story", key, story)

    def _retell(self, request: HttpRequest) -> bool:
        self.form = StoryForm(request.POST)
        if self.form.is_valid():
            actions.retell(self.story, **self.form.cleaned_data, now=timezone.now())
        return self.form.is_valid()

    def _readers(self, request: HttpRequest) -> bool:
        form = ReadersForm(request.POST)
        if form.is_valid():
            by, now = self.standing(), timezone.now()
            actions.let_read(self.story, form.cleaned_data["audiences"], by=by, now=now)
        return form.is_valid()

    def _approve(self, request: HttpRequest) -> bool:
        seen = request.POST.get("seen", "").replace("\r\n", "\n")
        language = request.POST.get("language", "")
        actions.approve_translation(self.story, language=language, seen=seen, now=timezone.now())
        return True

    def _back(self, request: HttpRequest) -> bool:
        actions.take_back(self.story, by=self.standing(), now=timezone.now())
        return True


class Stories(ProgrammeDoor):
    """The translators' desk: every story by community, with the languages that are missing."""

    step = 7
    policy = "transmit.translate"
    template = "transmit/stories.html"

    def context(self, **more: Any) -> dict[str, Any]:
        stories = list(access_stories(self.programme))
        return super().context(stories=[(one, one.texts.first(), self._missing(one)) for one in stories], **more)

    def _missing(self, story: Story) -> list[tuple[str, str]]:
        there = {text.language for text in story.texts.all()}
        return [(code, str(name)) for code, name in settings.LANGUAGES if code not in there]


class TranslateStory(ProgrammeDoor):
    """One story beside the form for one language."""

    step = 7
    policy = "transmit.translate"
    template = "transmit/translate_story.html"
    form: StoryForm | None = None

    @cached_property
    def story(self) -> Story:
        found = access_stories(self.programme).filter(pk=self.kwargs["story"]).first()
        if found is None or self.kwargs["language"] not in dict(settings.LANGUAGES):
            raise Http404
        return found

    def find_compartment(self, **kwargs: Any) -> Any:
        compartment = super().find_compartment(**kwargs)
        return compartment if self.story else None

    def context(self, **more: Any) -> dict[str, Any]:
        language = self.kwargs["language"]
        there = self.story.texts.filter(language=language).first()
        return super().context(
            story=self.story,
            own=self.story.texts.filter(language=self.story.language).first(),
            language=language,
            language_name=dict(settings.LANGUAGES)[language],
            form=self.form or StoryForm(initial={"title": there.title, "words": there.words} if there else {}),
            **more,
        )

    def post(self, request: HttpRequest, key: str, story: int, language: str) -> HttpResponseBase:
        self.form = StoryForm(request.POST)
        if not self.form.is_valid():
            return self.page(request, status=422)
        actions.translate(self.story, language=language, **self.form.cleaned_data)
        messages.success(request, _("Kept. The teller reads it before anybody else does."))
        return redirect("transmit:stories", key)
