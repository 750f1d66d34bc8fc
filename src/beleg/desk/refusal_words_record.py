"""The refusals of the record and of what goes out, so that the desk can say them in another language; see
`beleg.desk.refusal_words`.
"""

from beleg.desk.wording import later

OF_RECORD = (
    # The database
    later("Another act is being stored in this newsroom; try again."),
    later("The record cannot be read or written: %(why)s."),
    later("What was erased cannot be overwritten: %(why)s."),
    later("The text holds half a character (a lone surrogate) and cannot be stored."),
    later("The entry holds a number too large for JSON (beyond 2^53)."),
    # What is kept is not what was stored
    later("There are no bytes with the hash %(hash)s."),
    later("The bytes stored under %(hash)s were changed: they no longer give this hash."),
    later("The record of dossier %(dossier)s is broken: %(why)s"),
    later("Entry %(entry)s of %(dossier)s is not in the log."),
    later("The log has lost hashes of its tree; `beleg record rebuild` builds them again."),
    # The key and the certificate
    later("%(file)s: the newsroom's key cannot be read; %(why)s."),
    later("%(file)s: others than its owner can read the newsroom's key; set its mode to 600."),
    later("%(file)s: not a key in PEM without a password."),
    later("%(file)s: not an Ed25519 key."),
    later("%(file)s: not the key this newsroom signs with; put the right key file back."),
    later("%(file)s: the certificate for pages cannot be read; %(why)s."),
    later("%(file)s: the certificate for pages cannot be written; %(why)s."),
    later("%(file)s: others than its owner can read the key in it; set its mode to 600."),
    later("%(file)s: not a private key without a password and its certificates, in PEM."),
    later("%(file)s: its key is none of P-256, P-384 and Ed25519."),
    later("%(file)s: the first certificate in it is not that of the key."),
    later("%(file)s: its certificate is valid from %(since)s to %(until)s only."),
    # What goes out
    later("%(dossier)s: under embargo until %(until)s; nothing goes out before."),
    later("%(dossier)s: a text holds a character that XML does not have."),
    later("%(dossier)s: no C2PA manifest can be made; %(why)s."),
)

REASONS = frozenset(
    {
        later("database or disk is full"),
        later("attempt to write a readonly database"),
        later("No such file or directory"),
        later("Permission denied"),
        later("No space left on device"),
        later("Read-only file system"),
    }
)
"""What SQLite and the operating system say most often when they refuse."""
