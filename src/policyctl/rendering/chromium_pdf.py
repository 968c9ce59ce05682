"""The PDF that a Chromium has printed is read as far as its pages, and completed: its author, and no date.

Chromium writes plain objects and a table of them. What is added goes to the end, as a new state of the file; a PDF
that is built in another way is left as it is.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.sax.saxutils import escape

_START = re.compile(rb"startxref\s+(\d+)\s+%%EOF\s*$")
_SECTION = re.compile(rb"xref\s+0 (\d+)\s+")
_LINE = 20
_DEEPEST = 50
_REFERENCE = re.compile(rb"(\d+) 0 R")
_DESTINATION = re.compile(rb"/([^\s/\[]+) \[(\d+) 0 R /XYZ")
_CODE = re.compile(rb"#([0-9A-Fa-f]{2})")
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>
"""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a PDF says about itself."""

    title: str
    author: str
    language: str
    producer: str


def pages_of_anchors(pdf: bytes) -> dict[str, int]:
    """The page, from 1 on, of every anchor that a link within the document leads to."""
    places = _places(pdf)
    if not places:
        return {}
    catalogue = _object(pdf, places, _root(pdf))
    pages = {page: number for number, page in enumerate(_pages(pdf, places, _entry(catalogue, b"Pages")), 1)}
    named = _object(pdf, places, _entry(catalogue, b"Dests"))
    return {_name(name): pages[int(page)] for name, page in _DESTINATION.findall(named) if int(page) in pages}


def count_pages(pdf: bytes) -> int:
    """How many pages there are."""
    places = _places(pdf)
    return len(list(_pages(pdf, places, _entry(_object(pdf, places, _root(pdf)), b"Pages")))) if places else 0


def title(pdf: bytes) -> str:
    """The title of the page that was printed; empty where it has none."""
    places = _places(pdf)
    found = re.search(rb"/Title (\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>)", _object(pdf, places, _information(pdf)))
    return _text(found[1]) if found else ""


def complete(pdf: bytes, facts: Facts) -> bytes:
    """The PDF with what it says about itself, and without the moment at which it was printed."""
    places = _places(pdf)
    root, information = _root(pdf), _information(pdf)
    catalogue = _object(pdf, places, root)
    if not places or not catalogue or information not in places:
        return pdf
    old = _object(pdf, places, information)
    first = places[information]
    blank = b"<<>>".ljust(len(old))
    pdf = pdf[:first] + pdf[first:].replace(old, blank, 1)
    metadata = len(places)
    xmp = _XMP.format(**{name: escape(getattr(facts, name)) for name in Facts.__slots__}).encode()
    told = {"Title": facts.title, "Author": facts.author, "Creator": "policyctl", "Producer": facts.producer}
    objects = {
        information: b"<<"
        + b"\n".join(b"/%s %s" % (key.encode(), _string(value)) for key, value in told.items())
        + b">>",
        root: catalogue.rstrip()[:-2] + b"\n/Metadata %d 0 R>>" % metadata,
        metadata: b"<</Type /Metadata\n/Subtype /XML\n/Length %d>>\nstream\n%s\nendstream" % (len(xmp), xmp),
    }
    return _with_objects(pdf, objects, size=len(places) + 1, root=root, information=information)


# ---- reading ---------------------------------------------------------------------------------------------------


def _places(pdf: bytes) -> dict[int, int]:
    """Where each object begins; nothing where the file has no plain table of them."""
    found = _START.search(pdf[-64:])
    section = _SECTION.match(pdf, int(found[1])) if found else None
    if not section:
        return {}
    table = pdf[section.end() : section.end() + _LINE * int(section[1])]
    lines = [table[at : at + _LINE] for at in range(0, len(table), _LINE)]
    return {number: int(line[:10]) for number, line in enumerate(lines) if line[:10].isdigit()}


def _object(pdf: bytes, places: Mapping[int, int], number: int) -> bytes:
    """What stands between the two ends of an object; empty where there is none."""
    begins = b"%d 0 obj\n" % number
    at = places.get(number, -1)
    if number < 1 or at < 0 or not pdf.startswith(begins, at):
        return b""
    return pdf[at + len(begins) : pdf.find(b"\nendobj", at)]


def _entry(dictionary: bytes, key: bytes) -> int:
    """The number of the object that the dictionary refers to by this key; 0 where it does not."""
    found = re.search(rb"/" + key + rb" (\d+) 0 R", dictionary)
    return int(found[1]) if found else 0


def _trailer(pdf: bytes) -> bytes:
    return pdf[pdf.rfind(b"trailer") :]


def _root(pdf: bytes) -> int:
    return _entry(_trailer(pdf), b"Root")


def _information(pdf: bytes) -> int:
    return _entry(_trailer(pdf), b"Info")


def _pages(pdf: bytes, places: Mapping[int, int], number: int, depth: int = 0) -> Iterator[int]:
    """The objects of the pages, in their order."""
    node = _object(pdf, places, number)
    kids = re.search(rb"/Kids \[([^\]]*)\]", node)
    if not kids or depth > _DEEPEST:
        yield number
        return
    for kid in _REFERENCE.findall(kids[1]):
        yield from _pages(pdf, places, int(kid), depth + 1)


def _name(name: bytes) -> str:
    return _CODE.sub(lambda found: bytes.fromhex(found[1].decode()), name).decode(errors="replace")


def _text(string: bytes) -> str:
    """What a string of a PDF says: in hexadecimal, or with a backslash before brackets and octal numbers."""
    if string.startswith(b"<"):
        data = bytes.fromhex(string[1:-1].decode())
    else:
        data = re.sub(rb"\\([0-7]{1,3}|.)", _unescaped, string[1:-1], flags=re.DOTALL)
    return data.decode("utf-16") if data[:2] in (b"\xfe\xff", b"\xff\xfe") else data.decode("latin-1")


def _unescaped(found: "re.Match[bytes]") -> bytes:
    sign = found[1]
    return bytes([int(sign, 8) & 255]) if sign.isdigit() else {b"n": b"\n", b"r": b"\r", b"t": b"\t"}.get(sign, sign)


# ---- writing ---------------------------------------------------------------------------------------------------


def _string(text: str) -> bytes:
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


def _with_objects(pdf: bytes, objects: Mapping[int, bytes], *, size: int, root: int, information: int) -> bytes:
    """The file with a new state of these objects at its end."""
    found = _START.search(pdf[-64:])
    before = int(found[1]) if found else 0
    parts, table = [pdf.rstrip() + b"\n"], []
    for number, body in sorted(objects.items()):
        table.append(b"%d 1\n%010d 00000 n \n" % (number, sum(map(len, parts))))
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    begins = sum(map(len, parts))
    trailer = b"<</Size %d\n/Root %d 0 R\n/Info %d 0 R\n/Prev %d>>" % (size, root, information, before)
    return b"".join([*parts, b"xref\n", *table, b"trailer\n", trailer, b"\nstartxref\n%d\n%%%%EOF\n" % begins])
