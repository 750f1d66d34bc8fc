"""What the steps say that only the verification of a withdrawal takes."""

WITHDRAWAL: dict[str, dict[str, tuple[str, str]]] = {
    "withdrawal_entry": {
        "en": (
            "The entry has the hash it says it has, and tells of a withdrawal with its reason and all three notes.",
            "The entry does not tell of a withdrawal as it should: {reason}.",
        ),
        "de": (
            "Der Eintrag hat den Hash, den er nennt, und erzählt von einer Zurückziehung mit Begründung und allen drei Hinweisen.",
            "Der Eintrag erzählt nicht, wie er sollte, von einer Zurückziehung.",
        ),
    },
    "tombstone": {
        "en": (
            "The page is the tombstone that follows from the entry.",
            "The page is not the tombstone that follows from the entry: {reason}.",
        ),
        "de": (
            "Die Seite ist der Platzhalter, der sich aus dem Eintrag ergibt.",
            "Die Seite ist nicht der Platzhalter, der sich aus dem Eintrag ergibt.",
        ),
    },
    "responsible": {
        "en": (
            "The name is that of the account that withdrew the article, as the page gives it.",
            "The name is not that of the account that withdrew the article: {reason}.",
        ),
        "de": (
            "Der Name gehört zum Konto, das den Artikel zurückgezogen hat, und steht so auf der Seite.",
            "Der Name gehört nicht zum Konto, das den Artikel zurückgezogen hat.",
        ),
    },
}
"""As `beleg.newsroom.verification_words.WORDS`."""
