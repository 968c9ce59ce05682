"""Syllables are counted as they are heard, in each of the languages that have a formula for reading level."""

import pytest

from policyctl.rules.words.syllables import SYLLABLES

_KNOWN = {
    "en": """
        1: the a book late your said walked makes asked rooms price through week school please weight once done queue
           bought hours
        2: table wanted boxes number parcel money damage careful something sometimes being people little ready returned
           places standard station special really nothing careless arrive promise reply order science quiet client dial
        3: customer policy complaining manager December another recommend decided replacement audio video radio
           everything government agreement
        4: information ordinary apology satisfaction escalation available responsible immediate periodic community
        5: communication inconvenience accommodation possibility representative
    """,
    "de": """
        1: und der bei Rad Preis Haus ein quer
        2: Kunde heute Arbeit Feier Freitag Auftrag Termin
        3: Beschwerde Antworten Quittungen Kundendienst Nation erledigt
        4: Entschuldigung Meisterinnen
        5: Information Reklamation
        6: Unannehmlichkeiten Kundenbetreuerin
    """,
    "fr": """
        1: le la parle monde qui que
        2: client moment maison jamais argent demande
        3: réclamer magasin répondons délaissé
        4: réclamation réalité
    """,
    "es": """
        1: el la sol bien dos
        2: cliente día casa ciudad libro hora
        3: dinero problema pedido Europa respuesta
        4: devolución importante
        5: reclamaciones
    """,
}


def _words() -> list[tuple[str, str, int]]:
    found: list[tuple[str, str, int]] = []
    for language, lists in _KNOWN.items():
        count = 0
        for word in lists.split():
            if word.endswith(":"):
                count = int(word[:-1])
            else:
                found.append((language, word, count))
    return found


@pytest.mark.parametrize(("language", "word", "syllables"), _words())
def test_a_word_has_as_many_syllables_as_one_hears(language: str, word: str, syllables: int) -> None:
    assert SYLLABLES[language](word.lower()) == syllables
