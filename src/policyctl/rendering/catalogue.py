"""A language in, the translations of the fixed words of documents out."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

CATALOGUES = Path(__file__).resolve().parent / "catalogues"
"""One `.po` file a language, named `de.po` or `pt_BR.po`; a new language is a new file."""


@cache
def catalogue(locale: Locale) -> NullTranslations:
    """Translations by `gettext`, `ngettext` and `pgettext`; the English words themselves where there are none."""
    for name in (str(locale), locale.language):
        file = CATALOGUES / f"{name}.po"
        if file.is_file():
            return _read(file)
    return NullTranslations()


def _read(file: Path) -> GNUTranslations:
    """The standard library reads compiled catalogues only, so this one is compiled in memory."""
    with file.open("rb") as text:
        messages = read_po(text, abort_invalid=True)
    compiled = BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return GNUTranslations(compiled)
