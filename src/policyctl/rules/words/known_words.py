"""Abbreviations that need no explanation, and words that people write in capitals to stress them; data alone."""

from policyctl.schema.quantities.amounts import CODES

KNOWN = frozenset({
    "NY", "DC", "LA",
    "UK", "GB", "EU", "EEA", "US", "USA", "UAE", "UN", "NI", "NZ", "HK", "DE", "AT", "CH", "NHS", "BBC", "PO",
    "BSL", "AM", "PM", "GMT", "UTC", "BST", "CET", "CEST", "MEZ", "MESZ", "EST", "EDT", "CST", "PST", "PDT", "AD",
    "BC", "PDF", "HTML", "URL", "USB", "PC", "TV", "DVD", "CD", "SMS", "MMS", "GPS", "WLAN", "SIM", "PIN", "QR",
    "NFC", "LED", "LCD", "HD", "IT", "IP", "ID", "OK", "DIY", "FAQ", "VIP", "VAT", "ATM", "WC", "CV", "CEO", "HR",
    "PR", "AI", "CSV", "XML", "JSON", "API", "PNG", "JPG", "JPEG", "GIF", "SVG", "ZIP", "ISBN", "ISSN", "EAN",
    "IBAN", "BIC", "SEPA", "NB", "PS", "CC", "BCC", "RE", "RSVP", "ISO", "DIN", "EN", "BS", "CE", "GDPR", "DSGVO",
    "CTO", "CFO", "COO", "GP", "CCTV", "MOT", "HMRC", "PGP",
    "BGB", "HGB", "AGB", "UWG", "TÜV", "DHL", "UPS", "DPD", "GLS", "AG", "KG", "UG", "SE", "EG", "OG", "SB",
    "LKW", "PKW", "KFZ", "EC", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "XL", "XXL", "XS", "XX",
    "ASAP", "TBD", "TBC", "TBA", "TODO", "FIXME", "XXX", *CODES.split("|"),
})  # fmt: skip
"""What everybody has met, currencies, numerals and sizes; and what waits for its words, which is told as such."""

STRESSED = frozenset({
    "NOT", "NO", "NEVER", "ALWAYS", "ALL", "ANY", "DO", "DON", "MUST", "ONLY", "AND", "OR", "BUT", "BOTH", "YES",
    "PLEASE", "STOP", "NOW", "FREE", "NEW", "ASK", "SAY", "TELL", "WE", "YOU", "IF", "IS", "BEFORE", "AFTER",
    "FIRST", "ONE", "TWO", "ON", "OFF", "IN", "AT", "TO", "BY", "UP", "THE", "WHY", "HOW", "WHAT", "WHO", "WHEN",
    "VERY", "MAY", "WILL", "CAN", "END", "OPEN", "CLOSED", "NICHT", "NIE", "NIEMALS", "IMMER", "ALLE", "ALLES",
    "NUR", "UND", "ODER", "ABER", "JA", "NEIN", "BITTE", "JETZT", "KEIN", "KEINE", "KEINEN", "STETS", "ERST",
    "ZUERST", "VOR", "NACH", "MUSS", "DARF", "SOFORT", "HALT", "WIR", "SIE", "DU", "ICH",
})  # fmt: skip
