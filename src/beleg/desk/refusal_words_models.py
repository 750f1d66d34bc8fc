"""The refusals of language models, of the file that names them and of the tasks beside, for
`beleg.desk.refusal_words`.
"""

from beleg.desk.wording import later

OF_MODELS = (
    # Tasks without one
    later("This headline is not among those that the machine offers for the text as it stands."),
    later("A text is cut to 1 to %(most)s sentences."),
    later("No %(count)s sentences of the draft cover its headline; allow more of them."),
    later(
        "No %(count)s sentences of the draft stand on their own: each leans on others; allow more of them."
    ),
    later("The draft has no text to be shortened."),
    # Before anything is sent
    later("A language model is writing for this dossier already."),
    later("There is no such language model in this newsroom any more."),
    later("%(title)s: there are no sources that a language model may be given."),
    later("The key of the language model holds characters that no key has."),
    later("%(host)s: the key of the language model would go there unencrypted; use https://."),
    later("Drafts of language models need the extra: pip install 'beleg[language-models]'."),
    later(
        "This dossier has sources that are kept from language models outside the house; its text goes to no other machine."
    ),
    later("A language model can offer headlines, a shorter text or a translation."),
    # What it offered for a text
    later("Nothing is offered for this text any more."),
    later("This is not among what the language model offered."),
    later("The text has changed since this was offered; nothing was taken over."),
    later("A teaser stands below a headline, and the text has none."),
    later("%(title)s: a translation can be taken over only while the original is signed as it stands."),
    later("%(model)s: no sentence it wrote passes as a translation; nothing was kept."),
    later("%(model)s: wrote %(count)s sentences instead of at most %(most)s; nothing was kept."),
    later("The draft has no text to be translated."),
    later("The draft is in that language already (%(language)s)."),
    later("The draft has no text that a headline could stand over."),
    # Its answer
    later("%(model)s: the answer did not come in time."),
    later("%(model)s: the answer is empty."),
    later("%(model)s: the answer was cut off."),
    later("%(model)s: the answer is too long."),
    later("%(model)s: the endpoint refuses the request (HTTP %(code)s)."),
    later("%(model)s: the endpoint cannot be reached, or the connection broke off."),
    later("%(model)s: no answer that can be read (%(kind)s)."),
    later("%(host)s: the answer holds the key; nothing of it was kept."),
    later("The model's answer is too long."),
    later("The model's answer is not JSON; it may have been cut off."),
    later("The model's answer does not have the form asked for."),
    later("The model's answer has too many sentences."),
    later("%(model)s: no sentence it wrote is borne out by the sources; nothing was kept."),
    later("The draft was changed by somebody else meanwhile; the model's was not kept."),
    # The file and the environment that name models
    later("%(file)s: no valid TOML."),
    later("%(file)s: cannot be read (%(reason)s)."),
    later("%(file)s: larger than %(count)s bytes."),
    later("%(file)s: only [[model]] tables may stand in it."),
    later("%(file)s: a key stands in the environment or the keyring, never in a file."),
    later("%(file)s: “%(word)s” is no setting of a model."),
    later("%(file)s: name, model, endpoint, kind and key_variable have to be text."),
    later("%(file)s: every model needs “model” and “endpoint”."),
    later("%(file)s: two models are called “%(name)s”."),
    later("%(file)s: price_sent, price_written and currency belong together."),
    later("%(file)s: a currency is a code like “EUR”."),
    later("%(file)s: a price is a number, for a million tokens."),
    later("%(file)s: a price is a number from 0 to 100,000, for a million tokens."),
    later("%(file)s: a deadline is a number of seconds from 1 to %(most)s."),
    later("A model speaks the protocol “openai” or “anthropic”, not “%(word)s”."),
    later("BELEG_MODEL and BELEG_MODEL_ENDPOINT belong together; one of them is not set."),
    later("The address of the language model is not a valid address."),
    later("The address of the language model must begin with http:// or https:// and name a host."),
    later("The address of the language model must hold no user name, password, query or fragment."),
)
