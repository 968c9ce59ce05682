"""A name in, the form in which two spellings of one name are equal out."""

import re
import unicodedata
from functools import lru_cache

_IGNORED = re.compile(r"[\s\-\u2010-\u2015_]+")


@lru_cache(maxsize=4096)
def normalise_name(name: str) -> str:
    """The name without case, spaces and hyphens: `Care lead`, `care-lead` and `Care Lead` are one."""
    return _IGNORED.sub("", unicodedata.normalize("NFKC", name).casefold())
