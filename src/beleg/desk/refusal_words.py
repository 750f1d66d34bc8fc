"""The refusals of the rooms below, so that the desk can say them in another language than English.

A refusal is an English sentence with words of the case in it (a file name, a number). Here stand the sentences
with those words left open; a refusal that fits none of them is shown as it is.
"""

import re
from functools import cache

from beleg.checks.catalogue import title_in
from beleg.desk.refusal_words_models import OF_MODELS
from beleg.desk.refusal_words_record import OF_RECORD, REASONS
from beleg.desk.refusal_words_style import OF_STYLE
from beleg.desk.wording import Wording, later

KNOWN = (
    # Sources that do not hold
    later("There is no source %(source)s in this newsroom."),
    later("%(name)s: this source was retracted; nothing is written from it."),
    later("%(name)s: this source was replaced by a newer version; nothing is written from it."),
    later("The source has been retracted already."),
    later("The two versions of the source say the same."),
    later("The source does not count any more: it was retracted, or replaced by a newer version."),
    later("The newer version of the source was retracted."),
    later("This is what is said of the source already; nothing was changed."),
    later("Title, publisher and author of a source may have %(most)s characters each."),
    later("“%(typed)s” is no code of a language."),
    later("“%(typed)s” is no moment with a time zone."),
    later("“%(typed)s” is no date; write 2026-03-02 or 02.03.2026, and 14:30 after it for a time."),
    later("“%(typed)s” can be read as two different days; write 2026-03-02 or 02.03.2026."),
    # The byline
    later("The byline names somebody twice; nothing was changed."),
    later("The byline can name as a writer only whoever brought words into the text."),
    later("The newsroom or agency in the byline must be one line of at most %(most)s characters."),
    later("This is the byline already; nothing was changed."),
    later("%(name)s works here: name them among the writers, not as newsroom or agency."),
    # Taking in
    later("%(name)s: too large; %(size)s, the limit is %(limit)s."),
    later("%(name)s: too large; the limit is %(limit)s."),
    later("%(name)s: too much text; %(count)s characters, the limit is %(limit)s."),
    later("%(name)s: %(count)s files inside, the limit is %(limit)s."),
    later("%(name)s: unpacks to %(size)s, the limit is %(limit)s."),
    later("%(name)s: encrypted; save it without a password and take it in again."),
    later("%(name)s: encrypted e-mail; save it decrypted and take it in again."),
    later(
        "%(name)s: a file inside unpacks to more than %(times)s times its size; "
        "this looks like a zip bomb and was not opened."
    ),
    later("%(name)s: a damaged PDF; it cannot be opened."),
    later("%(name)s: a damaged PDF; not all of its pages can be read."),
    later("%(name)s: %(count)s pages, the limit is %(limit)s."),
    later("%(name)s: scanned; no text in it."),
    later("%(name)s: a damaged Word document; it cannot be opened."),
    later("%(name)s: a damaged Word document; its text cannot be read."),
    later("%(name)s: an Office file of the old format; save it as .docx and take it in again."),
    later("%(name)s: contains macros; save it as .docx without macros and take it in again."),
    later("%(name)s: contains a document type declaration, which no Word document has."),
    later("%(name)s: no text in it."),
    later("%(name)s: no article text in this page."),
    later("%(name)s: empty; there is nothing in it."),
    later("%(name)s: empty; there is no text in it."),
    later("%(name)s: NewsML-G2 without any text item."),
    later("%(name)s: NewsML 1.2 without any text item."),
    later("%(name)s: IPTC 7901 message without any text."),
    later("%(name)s: NITF without any text."),
    later("%(name)s: ninjs without any text."),
    later("%(name)s: e-mail without any text."),
    later("%(name)s: e-mail with parts nested too deep to be read."),
    later("%(name)s: JSON nested too deep to be read."),
    later("%(name)s: HTML nested too deep to be read."),
    later("%(name)s: uses the entity “%(entity)s”, which stands for nothing in this document."),
    later("%(name)s: XML nested more than 256 levels deep."),
    later("%(name)s: XML whose entities expand without end."),
    later("%(name)s: XML with more than 10 MB of text in one element."),
    later("%(name)s: XML without any element."),
    later("%(name)s: broken XML: %(reason)s (line %(line)s)."),
    later("%(name)s: a ZIP container without a Word document in it; Beleg cannot read it."),
    later("%(name)s: an empty ZIP archive; Beleg cannot read it."),
    later("%(name)s: a picture (%(kind)s); Beleg cannot read it."),
    later("%(name)s: a sound file (%(kind)s); Beleg cannot read it."),
    later("%(name)s: a program; Beleg cannot read it."),
    later("%(name)s: a database; Beleg cannot read it."),
    later("%(name)s: no text, and no format that is known; Beleg cannot read it."),
    later("%(name)s: no entry with text in this feed."),
    later("%(name)s: broken feed."),
    later("%(name)s: broken feed (%(kind)s)."),
    later("%(name)s: broken JSON."),
    later("%(name)s: broken JSON (line %(line)s)."),
    later("%(name)s: its main text cannot be found."),
    later("%(name)s: is nested too deeply, or holds too large a piece, to be read as a page."),
    later("%(name)s: more than %(count)s elements, which is the limit for a page."),
    later("%(name)s: a damaged Word document; a part of it is no XML."),
    later("%(name)s: takes too much memory or time to read."),
    later("%(name)s: more than %(count)s quotation marks and brackets, which is the limit for JSON."),
    later("%(name)s: more than %(count)s tags, which is the limit for a document."),
    later("%(name)s: more than %(count)s attributes, which is the limit for a document."),
    later("%(name)s: more than %(count)s articles in one file, which is the limit."),
    later("%(name)s: e-mail with more than %(count)s lines, which is the limit."),
    later("%(name)s: e-mail with more than %(count)s parts, which is the limit."),
    later("%(name)s: e-mail with a header of more than %(size)s, which is the limit."),
    later("%(name)s: e-mail with a header field of more than %(size)s, which is the limit."),
    # Fetching
    later("%(name)s: the server sends it compressed with %(kind)s, which was not asked for."),
    later("%(name)s: comes compressed, but cannot be unpacked."),
    later("%(name)s: the server has not answered for %(seconds)s seconds."),
    later("%(name)s: not complete after %(seconds)s seconds, which is the limit."),
    later("%(name)s: the connection broke off before everything had come."),
    later("%(name)s: more than %(count)s redirects."),
    later("%(name)s: is not a valid address."),
    later("%(name)s: leads to an address with %(scheme)s; only http and https are fetched."),
    later("%(name)s: contains a user name or password, which is never sent."),
    later("%(name)s: the server redirects, but does not say where to."),
    later("%(name)s: is redirected to something that is no address."),
    later("%(name)s: the server answers %(status)s."),
    later("%(name)s: leads to this machine itself, which is never fetched from."),
    later("%(name)s: leads to %(kind)s (%(address)s), which is never fetched from."),
    later("%(name)s: there is no host %(host)s."),
    later("%(name)s: cannot be fetched (%(reason)s)."),
    # The newsroom
    later("The title of a dossier must have 1 to %(most)s characters."),
    later("The text is empty."),
    later("The text this was edited from is no revision of this dossier; nothing was saved."),
    later("The text has %(count)s characters; at most %(most)s can be kept."),
    later("The text holds a character that is none (a NUL or a lone surrogate)."),
    later("%(title)s: there are no sources to write from."),
    later("No sentence of the sources can be taken over into a draft: none stands on its own."),
    later("The draft was changed by somebody else meanwhile; the machine's was not kept."),
    later("The text or its sources were changed by somebody else meanwhile; check again."),
    later("This text takes too long to check."),
    later("This text cannot be checked now."),
    later("A newer text was looked at."),
    later("The desk is being stopped."),
    later("The draft was changed by somebody else meanwhile; nothing was saved."),
    later("The text is no longer the one that was to be signed; nothing was signed."),
    later("%(title)s: there is no draft yet."),
    later("Who passed a finding on cannot settle it; somebody else has to, or the text has to change."),
    later("The finding is settled already."),
    later("The finding has been passed on already."),
    later("There is no finding %(key)s in the current text as it was last checked."),
    later("There is no sentence %(key)s in the current text as it was last checked."),
    later("The sentence has been confirmed already."),
    later("The sentence does not wait for a confirmation."),
    later("The sentence cannot be confirmed while another finding on it is open."),
    later(
        "This sentence has to be judged first: whoever wrote none of the text says what the sources say before deciding."
    ),
    later("Who wrote any of the text has seen what was found in it, and judges none of it."),
    later("You have judged this sentence already; what you said then is in the record."),
    later("This sentence need not be judged."),
    later("The sentence has other evidence by now; read it before you judge."),
    later("The sentence has other evidence by now; read it before you confirm the sentence."),
    # Training
    later("A training has 1 to %(most)s faults."),
    later("No fault can be planted: no sentence of this text is supported by its sources."),
    later(
        "A text with sources that are kept from language models outside the house is not copied for practice."
    ),
    later("You have handed in your marks for this training already."),
    later("This training is over, or there is none of this id."),
    later("The name of a desk must have at most %(most)s characters."),
    later("This is a copy for training: nothing in it can be saved, decided, signed, published or exported."),
    later("The reason has %(count)s characters; at most %(most)s can be kept."),
    later("Something was added to the record meanwhile; nothing was signed."),
    later("%(title)s: it was signed before Beleg made statements of sign-offs; sign it again."),
    later("The article was withdrawn; this dossier publishes nothing more."),
    later("The dossier has not been published."),
    later("The end of the embargo is past; nothing was set."),
    later("The end of an embargo lies beyond the calendar."),
    later("The embargo ends at this moment already."),
    later("There is no embargo to lift."),
    later("This has %(count)s characters; at most %(most)s can be kept of it."),
    later("The correction note is missing."),
    later("The reason is missing."),
    later("The note to newsrooms is missing."),
    later("The short note is missing."),
    later("The note to readers is missing."),
    later("This account is closed; it can do nothing in this newsroom any more."),
    later("The text this was edited from is no revision of this dossier; nothing was saved."),
    later("The account of %(name)s is closed; nothing can be given to it."),
    # Passkeys
    later("This passkey is known here already."),
    later("This account has no such passkey."),
    later("This account has no passkey."),
    later("This account has %(count)s passkeys, which is the limit; remove one first."),
    later("The name of a passkey must have 1 to %(most)s characters."),
    later("What the passkey answered cannot be read."),
    later("The passkey was not made here, or did not verify who you are; it was not kept."),
    later("This passkey is none of this account, or was removed."),
    later("The answer of the passkey does not hold."),
    later("The counter of this passkey has not gone up: it may have been copied. Remove it."),
    later("The passkey answered too late, or to another question; try again."),
    # Signing in with an issuer
    later("%(host)s names nobody: its answer has no %(claim)s."),
    later("%(host)s has not verified the e-mail address, so it names nobody here."),
    later("%(host)s did not accept the sign-in; try again."),
    later("%(host)s answered with something that cannot be believed (%(kind)s); nobody was signed in."),
    later("%(host)s calls itself by another name than %(address)s."),
    later("%(host)s names an address without https://, which is not asked."),
    later("%(host)s publishes no keys that can be read."),
    later("%(host)s does not answer; sign in with your password, or try later."),
    later("The account %(login)s belongs to somebody else there; the administration can change that."),
    later("Too many people are signing in with %(host)s just now; try again."),
    # Accounts
    later("The login must have 1 to %(most)s characters."),
    later("The name must have 1 to %(most)s characters."),
    later("The function must have 1 to %(most)s characters."),
    later("The login “%(login)s” must not contain white space."),
    later("The login “%(login)s” is kept for the program that watches the sources."),
    later("The login “%(login)s” is taken."),
    later("The password must have %(least)s to %(most)s characters."),
    later("Neither a name nor a function was given; nothing was changed."),
    later("%(account)s: the name of this account was erased for good."),
    later("This is the last account of the administration; give somebody else that role first."),
    later(
        "%(account)s: the name is erased, but its bytes are still on the disk, because somebody else is at work in "
        "this newsroom; erase %(again)s again to overwrite them."
    ),
    *OF_MODELS,
    *OF_RECORD,
    *OF_STYLE,
)

WITHIN = REASONS | frozenset(
    {
        later("this machine itself"),
        later("the metadata service of a cloud provider"),
        later("a link-local network"),
        later("a multicast group"),
        later("no particular address"),
        later("a private or translated network"),
        later("a private network"),
        later("no IP address"),
    }
)
"""Words of the case that are English themselves: where an address leads, why a file could not be written."""


def reworded(refusal: str, words: Wording) -> str:
    """An English refusal in the reader's language; as it is where it is none of the known ones."""
    for sentence, pattern in _patterns():
        found = pattern.fullmatch(refusal)
        if found:
            said = {
                name: words.say(value) if value in WITHIN else value
                for name, value in found.groupdict().items()
            }
            if check := said.get("check"):
                said["check"] = title_in(check, words.language)
            return words.say(sentence, **said)
    return refusal


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The sentences with what recognises them; those that leave the least open come first."""
    ordered = sorted(KNOWN, key=lambda sentence: -len(re.sub(r"%\(\w+\)s", "", sentence)))
    return tuple((sentence, re.compile(_opened(sentence), re.DOTALL)) for sentence in ordered)


def _opened(sentence: str) -> str:
    parts = re.split(r"%\((\w+)\)s", sentence)
    return "".join(re.escape(part) if at % 2 == 0 else f"(?P<{part}>.+?)" for at, part in enumerate(parts))
