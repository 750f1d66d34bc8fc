"""What the steps of a verification say, in English and German."""

from beleg.newsroom.verification_words_withdrawal import WITHDRAWAL

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
            "Who signed had not kept out of what they signed: {reason}.",
        ),
        "de": (
            "Wer den Text freigegeben hat, hatte nicht an ihm mitgeschrieben.",
            "Wer den Text freigegeben hat, hatte selbst an ihm mitgeschrieben, eine Quelle eingefügt oder Angaben dazu berichtigt oder die Autorenzeile gesetzt oder war ein Programm, oder es fehlt eine Freigabe.",
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
    "newsroom_key": {
        "en": (
            "The newsroom's key is the one that its own record leads to, each key introduced by the one before.",
            "The newsroom's key is not the one that its own record leads to: {reason}.",
        ),
        "de": (
            "Der Schlüssel der Redaktion ist der, zu dem ihr eigenes Protokoll führt; jeder wurde vom vorigen eingeführt.",
            "Der Schlüssel der Redaktion ist nicht der, zu dem ihr eigenes Protokoll führt.",
        ),
    },
    "expected_key": {
        "en": (
            "The newsroom's key is the one expected, or took its place with its signature.",
            "The newsroom's key is not the one expected: this is another newsroom, or somebody else made the bundle.",
        ),
        "de": (
            "Der Schlüssel der Redaktion ist der erwartete oder hat ihn mit dessen Signatur abgelöst.",
            "Der Schlüssel der Redaktion ist nicht der erwartete: eine andere Redaktion, oder jemand anders hat das Bündel gemacht.",
        ),
    },
    "log_proof": {
        "en": (
            "The last entry is in the newsroom's log, under a checkpoint that is signed with its key.",
            "It is not shown that the last entry is in the newsroom's log: {reason}.",
        ),
        "de": (
            "Der letzte Eintrag steht im Log der Redaktion, dessen Stand mit ihrem Schlüssel signiert ist.",
            "Es ist nicht gezeigt, dass der letzte Eintrag im Log der Redaktion steht.",
        ),
    },
    "sign_off": {
        "en": (
            "The newsroom's key states the sign-off, and the statement says what the record says.",
            "The statement of the sign-off does not hold: {reason}.",
        ),
        "de": (
            "Der Schlüssel der Redaktion beurkundet die Freigabe, und die Urkunde sagt, was das Protokoll sagt.",
            "Die Urkunde der Freigabe hält nicht.",
        ),
    },
    "versions": {
        "en": (
            "Versions count up, and every changed text came with a correction note that its signer had seen.",
            "Versions or correction notes are not in order: {reason}.",
        ),
        "de": (
            "Die Versionen zählen aufwärts, und jeder geänderte Text kam mit einem Korrekturhinweis, den der Freigebende kannte.",
            "Fassungen oder Korrekturhinweise stimmen nicht.",
        ),
    },
    "embargo": {
        "en": (
            "Nothing went out before the end of an embargo.",
            "An embargo was not kept, or set without a reason: {reason}.",
        ),
        "de": (
            "Nichts ging vor dem Ende einer Sperrfrist hinaus.",
            "Eine Sperrfrist wurde nicht eingehalten oder ohne Begründung gesetzt.",
        ),
    },
    "erasure": {
        "en": (
            "No name was erased since it went out, or the newsroom's log says that this was made anew.",
            "It is said to have been made anew after a name was erased, and the log does not say so: {reason}.",
        ),
        "de": (
            "Seit dies hinausging, wurde kein Name gelöscht, oder das Log der Redaktion sagt, dass dies neu erstellt wurde.",
            "Es heißt, dies sei nach dem Löschen eines Namens neu erstellt worden; das Log sagt das nicht.",
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
    "outputs": {
        "en": (
            "What was made for other targets is, byte for byte, what the record names.",
            "What was made for other targets is not what the record names: {reason}.",
        ),
        "de": (
            "Was für andere Ziele erzeugt wurde, ist Byte für Byte das, was das Protokoll nennt.",
            "Was für andere Ziele erzeugt wurde, ist nicht das, was das Protokoll nennt.",
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
    **WITHDRAWAL,
}
"""For every step, by language: what it says when it passed and when it failed. In the order of the steps."""

NOT_REACHED = {
    "en": "Not checked, because an earlier step failed.",
    "de": "Nicht geprüft, weil ein früherer Schritt fehlgeschlagen ist.",
}
