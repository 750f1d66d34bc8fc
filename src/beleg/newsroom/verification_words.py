"""What the steps of a verification say, in English and German."""

WORDS: dict[str, dict[str, tuple[str, str]]] = {
    "archive": {
        "en": (
            "The bundle is, byte for byte, an archive as Beleg writes it.",
            "The bundle was changed or cut: {reason}.",
        ),
        "de": (
            "Das Bündel ist Byte für Byte ein Archiv, wie Beleg es schreibt.",
            "Das Bündel wurde verändert oder abgeschnitten.",
        ),
    },
    "manifest": {
        "en": (
            "Every member has the SHA-256 and the size that the manifest names.",
            "A member and the manifest do not agree: {reason}.",
        ),
        "de": (
            "Jede Datei hat den SHA-256-Wert und die Größe, die das Verzeichnis nennt.",
            "Eine Datei und das Verzeichnis stimmen nicht überein.",
        ),
    },
    "members": {
        "en": (
            "Every member is in the one form it can have.",
            "A member is not in the form it must have: {reason}.",
        ),
        "de": (
            "Jede Datei steht in der einen Form, die sie haben kann.",
            "Eine Datei steht nicht in der Form, die sie haben muss.",
        ),
    },
    "record_chain": {
        "en": (
            "The chain of the record is unbroken; no entry was changed, moved, added or dropped.",
            "The chain of the record is broken: {reason}.",
        ),
        "de": (
            "Die Kette des Protokolls ist lückenlos; kein Eintrag wurde verändert, verschoben, ergänzt oder entfernt.",
            "Die Kette des Protokolls ist unterbrochen.",
        ),
    },
    "record_head": {
        "en": (
            "The record ends with the entry that the manifest names.",
            "The record does not end with the entry that the manifest names.",
        ),
        "de": (
            "Das Protokoll endet mit dem Eintrag, den das Verzeichnis nennt.",
            "Das Protokoll endet nicht mit dem Eintrag, den das Verzeichnis nennt.",
        ),
    },
    "expected_head": {
        "en": (
            "The head of the record is the one expected.",
            "The head of the record is not the one expected: this is another record, or another state of it.",
        ),
        "de": (
            "Der Stand des Protokolls ist der erwartete.",
            "Der Stand des Protokolls ist nicht der erwartete: Es ist ein anderes Protokoll oder ein anderer Stand.",
        ),
    },
    "record_replay": {
        "en": (
            "The record can be replayed and ends with the publication.",
            "The record does not tell the way to a publication: {reason}.",
        ),
        "de": (
            "Das Protokoll lässt sich nachvollziehen und endet mit der Veröffentlichung.",
            "Das Protokoll erzählt keinen Weg bis zur Veröffentlichung.",
        ),
    },
    "signed_content": {
        "en": (
            "The text in the bundle is exactly the one that was signed and published.",
            "The text in the bundle is not the one that was signed and published: {reason}.",
        ),
        "de": (
            "Der Text im Bündel ist genau der, der freigegeben und veröffentlicht wurde.",
            "Der Text im Bündel ist nicht der, der freigegeben und veröffentlicht wurde.",
        ),
    },
    "four_eyes": {
        "en": (
            "Who signed had not written or changed any of the text.",
            "Who signed had not kept out of the text: {reason}.",
        ),
        "de": (
            "Wer den Text freigegeben hat, hatte nicht an ihm mitgeschrieben.",
            "Wer den Text freigegeben hat, hatte selbst an ihm mitgeschrieben, oder es fehlt eine Freigabe.",
        ),
    },
    "checked": {
        "en": (
            "The checks ran over exactly this text and all its sources before it was signed.",
            "The checks did not run over exactly this text and all its sources: {reason}.",
        ),
        "de": (
            "Die Prüfungen liefen vor der Freigabe über genau diesen Text und alle seine Quellen.",
            "Die Prüfungen liefen nicht über genau diesen Text und alle seine Quellen.",
        ),
    },
    "nothing_open": {
        "en": (
            "Nothing was open when it was signed and when it was published; every decision has a reason.",
            "Something was left open: {reason}.",
        ),
        "de": (
            "Bei Freigabe und Veröffentlichung war nichts offen; jede Entscheidung hat eine Begründung.",
            "Etwas war noch offen.",
        ),
    },
    "page_hash": {
        "en": (
            "The page is the one whose SHA-256 the record names.",
            "The page is not the one whose SHA-256 the record names.",
        ),
        "de": (
            "Die Seite ist die, deren SHA-256-Wert das Protokoll nennt.",
            "Die Seite ist nicht die, deren SHA-256-Wert das Protokoll nennt.",
        ),
    },
    "page_words": {
        "en": (
            "The page says exactly the signed words, block by block, under the signed headline.",
            "The page does not say exactly the signed words: {reason}.",
        ),
        "de": (
            "Die Seite sagt Absatz für Absatz genau die freigegebenen Worte und trägt die freigegebene Überschrift.",
            "Die Seite sagt nicht genau die freigegebenen Worte.",
        ),
    },
    "page_quiet": {
        "en": (
            "The page runs no script, loads nothing and hides nothing.",
            "The page holds something that Beleg puts on no page: {reason}.",
        ),
        "de": (
            "Die Seite führt kein Skript aus, lädt nichts nach und verbirgt nichts.",
            "Die Seite enthält etwas, das Beleg auf keine Seite setzt.",
        ),
    },
    "page_data": {
        "en": (
            "What the page tells machines (JSON-LD) agrees with the text, the record and the people.",
            "What the page tells machines (JSON-LD) does not agree: {reason}.",
        ),
        "de": (
            "Was die Seite Maschinen sagt (JSON-LD), stimmt mit Text, Protokoll und Personen überein.",
            "Was die Seite Maschinen sagt (JSON-LD), stimmt nicht mit Text, Protokoll und Personen überein.",
        ),
    },
    "page_disclosure": {
        "en": (
            "The disclosure on the page is the one computed anew from the record.",
            "The disclosure on the page is not the one computed anew from the record: {reason}.",
        ),
        "de": (
            "Der Transparenzhinweis auf der Seite ist der, der sich neu aus dem Protokoll ergibt.",
            "Der Transparenzhinweis auf der Seite ist nicht der, der sich neu aus dem Protokoll ergibt.",
        ),
    },
    "page_around": {
        "en": (
            "Around the article the page says nothing but what follows from the record.",
            "Around the article the page says something that does not follow from the record: {reason}.",
        ),
        "de": (
            "Rund um den Artikel sagt die Seite nur, was aus dem Protokoll folgt.",
            "Rund um den Artikel sagt die Seite etwas, das nicht aus dem Protokoll folgt.",
        ),
    },
    "sources": {
        "en": (
            "The sources listed are those of the record.",
            "The sources listed are not those of the record: {reason}.",
        ),
        "de": (
            "Die genannten Quellen sind die des Protokolls.",
            "Die genannten Quellen sind nicht die des Protokolls.",
        ),
    },
    "evidence": {
        "en": (
            "The evidence listed is what follows from the record.",
            "The evidence listed is not what follows from the record: {reason}.",
        ),
        "de": (
            "Die genannten Belege sind die, die sich aus dem Protokoll ergeben.",
            "Die genannten Belege sind nicht die, die sich aus dem Protokoll ergeben.",
        ),
    },
    "people": {
        "en": (
            "The names are those of the accounts that wrote and signed, and the page names them so.",
            "The names are not those that the page gives to the accounts that wrote and signed: {reason}.",
        ),
        "de": (
            "Die Namen gehören zu den Konten, die geschrieben und freigegeben haben, und stehen so auf der Seite.",
            "Die Namen sind nicht die, die die Seite den Konten gibt, die geschrieben und freigegeben haben.",
        ),
    },
}
"""For every step, by language: what it says when it passed and when it failed. In the order of the steps."""

NOT_REACHED = {
    "en": "Not checked, because an earlier step failed.",
    "de": "Nicht geprüft, weil ein früherer Schritt fehlgeschlagen ist.",
}
