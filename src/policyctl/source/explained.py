"""The rules of reading: each id with what it catches and why, for whoever asks what a finding means."""

from collections.abc import Mapping
from types import MappingProxyType

RULES: Mapping[str, str] = MappingProxyType({
    "yaml-encoding": "The file is not UTF-8, so some of its letters cannot be told.",
    "yaml-size": "The file is larger than any policy, so it is not read.",
    "yaml-depth": "Lists and fields stand inside each other deeper than any policy needs.",
    "yaml-empty": "The file holds no policy yet.",
    "yaml-control-character": "A character that nobody can see could change what a reader sees.",
    "yaml-invisible-character": "A character that nobody can see makes equal names differ; pasted text has them.",
    "yaml-duplicate-key": "A name given twice would silently lose one of its two values.",
    "yaml-key-not-text": "A name must be plain words, so that others can refer to it.",
    "yaml-tag": "A word with `!` tells YAML how to read what follows; a policy is read as text.",
    "yaml-anchor": "A word with `&` names what follows, for repeating it; a policy says everything where it holds.",
    "yaml-alias": "A word with `*` repeats what stands elsewhere; a policy says everything where it holds.",
    "yaml-merge-key": "`<<` copies fields from elsewhere; a policy says everything where it holds.",
    "yaml-second-document": "One file is one policy: what stands after `---` or `...` would be lost.",
    "yaml-tab": "YAML sets lines in with spaces; a tab is as wide as each editor likes.",
    "yaml-indentation": "How far a line is set in says what it belongs to, so it must begin where another line does.",
    "yaml-missing-colon": "A colon stands between a name and what it holds.",
    "yaml-space-after-colon": "Without a space after it a colon is part of a word.",
    "yaml-list-dash": "A list item is a dash and a space, on a line of its own.",
    "yaml-colon": "A colon and a space in a text look like the end of a name.",
    "yaml-leading-character": "Some characters mean something to YAML at the start of a text; after `|` none does.",
    "yaml-unclosed-quote": "A quotation mark at the start of a text must be closed at its end.",
    "yaml-unclosed-bracket": "A bracket at the start of a text begins a group and must be closed.",
    "yaml-bracket": "A group in brackets that cannot be read is clearer on lines of its own.",
    "yaml-backslash": "A backslash in double quotation marks begins a special character.",
    "yaml-curly-quotes": "Curly quotation marks belong to the text; only plain ones stand around it.",
    "yaml-syntax": "A line that fits nowhere cannot be read.",
    "yaml-comma": "A comma ends an entry in brackets, so it cuts amounts and sentences.",
    "yaml-prose-in-brackets": "A sentence in brackets loses its end as soon as somebody puts a comma in it.",
    "yaml-hash": "A space and `#` begin a comment, so the rest of the line is not read.",
    "yaml-comment-in-text": "After `|` everything is text, so a comment there is printed.",
})  # fmt: skip
