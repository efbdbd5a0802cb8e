"""One person with a browser of their own, who knows pages by their address and fields by their name."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from urllib.parse import urlsplit

from django.urls import NoReverseMatch, reverse
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Response, expect

from tests.journeys.house import House
from tests.journeys.translated import left_in_english

HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?')
BESIDE = "button => button.isConnected ? Boolean(button.form && button.closest('[data-room]')) : null"
PASSPHRASE = "slate under lichen"
LOOPBACK = "127.0.0.1"
LOCALES = {"en": "en-GB", "uk": "uk-UA", "ru": "ru-RU"}


@dataclass
class Speech:
    """In which language, and whether scripts run."""

    language: str
    scripts: bool


@dataclass
class Person:
    """Reads and presses; notes whatever a page should not do."""

    house: House
    speech: Speech
    context: BrowserContext
    page: Page
    alias: str = ""
    key: str = ""
    passphrase: str = PASSPHRASE
    is_signed_in: bool = True
    abroad: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    @classmethod
    def arrive(cls, browser: Browser, house: House, speech: Speech) -> Person:
        context = browser.new_context(
            locale=LOCALES[speech.language], java_script_enabled=speech.scripts, base_url=house.address
        )
        person = cls(house, speech, context, context.new_page())
        context.on("request", lambda request: person.note_request(request.url))
        person.page.on("console", lambda said: said.type == "error" and person.note_console(said.text))
        person.page.on("pageerror", lambda error: person.complaints.append(str(error)))
        return person

    def note_request(self, url: str) -> None:
        place = urlsplit(url)
        if place.scheme in {"http", "https", "ws", "wss"} and place.hostname != LOOPBACK:
            self.abroad.append(url)

    def note_console(self, text: str) -> None:
        # Chromium says of every answer 4xx that loading failed; whether it should have is what the test asserts.
        if "Failed to load resource" not in text:
            self.complaints.append(text)

    def address(self, name: str, **arguments: object) -> str:
        """Of a page by its name; inside the programme where the name belongs there."""
        try:
            return reverse(name, kwargs=arguments)
        except NoReverseMatch:
            return reverse(name, kwargs={"key": self.key} | arguments)

    def open(self, name: str, **arguments: object) -> Response:
        """Go to a page, through the sign-in if need be, and read it."""
        if not self.is_signed_in:
            self.sign_in_again()
        answer = self.page.goto(self.address(name, **arguments))
        assert answer is not None
        assert answer.status == 200, f"{name}: {answer.status}"
        self.read()
        return answer

    def read(self) -> None:
        """What holds for every page that a person sees."""
        html = self.page.locator("html")
        assert html.get_attribute("lang") == self.speech.language
        if self.speech.language != "en":
            assert (self.page.url, left_in_english(self.page, self.speech.language)) == (self.page.url, [])

    def fill(self, **typed: object) -> None:
        """Field by name: text, True or False for a tick, a value of a list, ``Path`` for a file."""
        for name, value in typed.items():
            self.put(self.page.locator(f'[name="{name}"]'), value)

    def put(self, found: Locator, value: object) -> None:
        kind = found.first.evaluate("field => field.tagName === 'INPUT' ? field.type : field.tagName.toLowerCase()")
        if kind == "checkbox":
            found.first.set_checked(bool(value))
        elif kind == "radio":
            found.and_(self.page.locator(f'[value="{value}"]')).check()
        elif kind == "select":
            found.first.select_option(str(value))
        elif isinstance(value, Path):
            found.first.set_input_files(value)
        else:
            found.first.fill(str(value))

    def press(self, button: str = "main form button.do", status: int = 200) -> None:
        """Press a button (or follow a link) and read where it leads."""
        pressed = self.page.locator(button).first
        if self.speech.scripts and self.is_sent_beside(pressed):
            led = self.sent_beside_the_page(pressed)
        else:
            with self.page.expect_navigation() as navigation:
                pressed.click()
            led = navigation.value
        assert led.status == status, f"{self.page.url}: {led.status} {self.page.locator('main').inner_text()}"
        self.read()

    def is_sent_beside(self, pressed: Locator) -> bool:
        """Asked again when the panel has just been replaced, for a button that is gone stands in no form."""
        while (found := pressed.evaluate(BESIDE)) is None:
            pass
        return bool(found)

    def sent_beside_the_page(self, pressed: Locator) -> Response:
        """The room's script sends a form by itself and shows the answer in place."""

        def is_answer(answer: Response) -> bool:
            first = answer.request
            while first.redirected_from:
                first = first.redirected_from
            return first.method == "POST" and answer.status != 302

        with self.page.expect_response(is_answer) as led:
            pressed.click()
        # Not by a sentence that the page would have to evaluate: its policy forbids that, and the test keeps the policy.
        expect(self.page.locator("form[aria-busy]")).to_have_count(0, timeout=30_000)
        return led.value

    def send(self, name: str, button: str = "button", **arguments: object) -> None:
        """Press the button of the form that goes to a named address."""
        self.press(f'form[action="{self.address(name, **arguments)}"] {button}')

    def submit(self, page: str, to: str, typed: dict[str, str], **arguments: object) -> None:
        """A form like one that was filled in before, sent over the same session without drawing the page once more."""
        if not self.is_signed_in:
            self.sign_in_again()
        html = self.fetch(self.address(page, **arguments)).decode()
        hidden = {name: unescape(value) for name, value in HIDDEN.findall(html)}
        address = self.address(to, **arguments)
        answer = self.context.request.post(address, form=hidden | typed, max_redirects=0)
        assert (answer.status, "/sign-in/" in answer.headers.get("location", "")) == (302, False), address

    def join(self, code: str, alias: str) -> None:
        self.open("people:join")
        self.fill(code=code, alias=alias, passphrase=self.passphrase)
        self.press()
        self.alias = alias

    def sign_in_again(self) -> None:
        """Days have passed and the session with them."""
        self.is_signed_in = True
        self.open("people:sign_in")
        self.fill(alias=self.alias, passphrase=self.passphrase)
        self.press()

    def told(self) -> str:
        """What stands on the page."""
        return self.page.locator("main").inner_text()

    def fetch(self, address: str) -> bytes:
        """A file that the page offers."""
        answer = self.context.request.get(address)
        assert answer.status == 200, address
        return answer.body()

    def link_to(self, name: str, **arguments: object) -> Locator:
        return self.page.locator(f'a[href="{self.address(name, **arguments)}"]')
