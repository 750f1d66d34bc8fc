"""The refusals of house style, so that the desk can say them in another language; see `beleg.desk.refusal_words`."""

from beleg.desk.wording import later

OF_STYLE = (
    later("The style sheet is missing: choose a file."),
    later("House style: “%(words)s” has to stand in one line without needless space."),
    later("House style: “%(words)s” has %(count)s characters; there must be 1 to %(most)s."),
    later("House style: at most %(most)s words can be listed."),
    later("House style: Beleg does not read the language “%(language)s”."),
    later("House style: a word to avoid needs more than a star."),
    later("House style: the allowed word “%(word)s” is to be in small letters."),
    later("House style: Beleg has no check “%(check)s”."),
    later("House style: the check “%(check)s” is weighed twice."),
    later("House style: verdicts rest on the check “%(check)s”; it cannot be switched off."),
    later("House style: the check “%(check)s” is off without a reason."),
    later("House style: “%(address)s” is no address of the web."),
    later(
        "House style: “%(note)s” says something about a text or how it came about; only the record can say that."
    ),
    later("House style: “%(word)s” is no severity and no weight."),
    later("The style sheet is no TOML: %(why)s."),
    later("The style sheet is too large; the limit is 1 MB."),
    later("The style sheet is no text in UTF-8."),
    later("The style sheet has “%(name)s”, which Beleg does not know."),
    later("The style sheet: [note] has the sentence in “de” and “en”, and nothing else."),
    later("The style sheet: “%(name)s” is written as [[%(table)s]]."),
    later("The style sheet: “allowed” is a list of words."),
    later("The style sheet: “%(word)s” is no severity; there are error, warning and notice."),
    later("The style sheet: “%(word)s” is no weight; there are error, warning, notice and off."),
    later("The style sheet: [[%(table)s]] has “%(name)s”, which Beleg does not know."),
    later("The style sheet: in %(table)s, “%(name)s” has to be text."),
)
