"""Build hook: compile the message catalogues with Babel, so that no machine needs msgfmt."""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALES = Path(__file__).parent / "src" / "tracktwo" / "locale"


def compile_catalogues(root: Path = LOCALES) -> list[Path]:
    """Write django.mo beside every django.po that is newer than it; return what was written."""
    written = []
    for po in sorted(root.glob("*/LC_MESSAGES/django.po")):
        mo = po.with_suffix(".mo")
        if mo.exists() and mo.stat().st_mtime >= po.stat().st_mtime:
            continue
        with po.open("rb") as source:
            catalogue = read_po(source)
        with mo.open("wb") as target:
            write_mo(target, catalogue)
        written.append(mo)
    return written


try:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface
except ImportError:  # outside a build only compile_catalogues is wanted
    pass
else:

    class CatalogueHook(BuildHookInterface):
        def initialize(self, version: str, build_data: dict) -> None:
            compile_catalogues()


if __name__ == "__main__":
    for path in compile_catalogues():
        print(f"compiled {path.relative_to(LOCALES)}")
