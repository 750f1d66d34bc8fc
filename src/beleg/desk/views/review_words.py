"""Review words: what the review editor says, in the reader's language; its script has no words of its own."""

import json

from markupsafe import Markup

from beleg.desk.wording import Wording


def review_words(words: Wording) -> tuple[tuple[str, str], ...]:
    """The editor's words by the names the script knows them under; `%(name)s` is filled in there."""
    return (
        ("language", words.language),
        ("text", words.say("Text of the article")),
        ("sentences", words.say("Sentences and where they stand")),
        ("sentence", words.say("%(state)s, origin %(origin)s: %(text)s")),
        ("unread", words.say("evidence not read")),
        ("unseen", words.say("Not in view yet:")),
        ("unseen_others", words.say("and %(number)s more")),
        ("reading", words.say("You can read the text here; writing is not part of your role.")),
        ("revision", words.say("revision %(number)s")),
        ("saved", words.say("Saved")),
        ("choosing", words.say("Saved but for your wording: please choose")),
        ("unsaved", words.say("Not saved yet")),
        ("saving", words.say("Saving …")),
        ("away", words.say("Not saved: the desk does not answer. It is tried again; keep this page open.")),
        (
            "signed_out",
            words.say("Not saved: you are not signed in any more. Sign in in another tab, then save here."),
        ),
        ("refused", words.say("Not saved: %(sentence)s")),
        ("save_first", words.say("Nothing was decided: the text has to be saved first.")),
        (
            "merged",
            words.say("Changed meanwhile by %(names)s; your words and theirs are both in the text."),
        ),
        ("changed_by", words.say("%(name)s has changed the text.")),
        ("here", words.say("Open here: %(people)s")),
        (
            "conflict",
            words.say(
                "%(name)s and you have changed the same words. What %(name)s wrote stands in the text; choose below it."
            ),
        ),
        ("theirs", words.say("As %(name)s has it (in the text)")),
        ("mine", words.say("As you have it")),
        ("deleted", words.say("(deleted)")),
        ("take_mine", words.say("Take mine")),
        ("keep_theirs", words.say("Leave it as it is")),
        ("applied", words.say("The suggested words are in the text.")),
        ("finding_gone", words.say("The text was changed meanwhile; this finding is not there any more.")),
        ("no_suggestion", words.say("There is no suggestion here.")),
        ("no_confirm", words.say("There is nothing to confirm here.")),
        ("no_dismiss", words.say("There is nothing to dismiss here.")),
        ("no_escalate", words.say("There is nothing to escalate here.")),
        ("nothing_open", words.say("Nothing open")),
        ("search", words.say("Search in the text")),
        ("search_next", words.say("Next place")),
        ("search_previous", words.say("Previous place")),
        ("search_none", words.say("The text does not hold these words.")),
        ("search_found", words.say("Place %(number)s of %(all)s")),
        ("close", words.say("Close")),
        ("tools", words.say("Paragraph and link")),
        ("tool_teaser", words.say("Teaser")),
        ("tool_subhead", words.say("Subhead")),
        ("tool_quote", words.say("Block quote")),
        ("tool_link", words.say("Link")),
        ("no_block", words.say("Put the caret into a paragraph with words first.")),
        ("is_headline", words.say("The headline stays the headline. Choose a paragraph below it.")),
        ("teaser_place", words.say("A teaser stands right below the headline; this paragraph does not.")),
        ("link_to", words.say("Address of the link")),
        ("link_set", words.say("Put the link")),
        ("link_remove", words.say("Take the link away")),
        ("link_nothing", words.say("Select the words that lead somewhere first.")),
        ("link_blocks", words.say("A link stays within one paragraph; select less.")),
        ("link_heading", words.say("Headline and subheads take no link. Put it on words of a paragraph.")),
        ("link_brackets", words.say("Words with square brackets take no link; select fewer words.")),
        (
            "link_address",
            words.say(
                "A link needs a whole address that begins with https:// or http://, without white space."
            ),
        ),
        ("keys", words.say("Keys")),
        ("key_act", words.say("What it does")),
        ("key_chord", words.say("In the text and anywhere")),
        ("key_single", words.say("Outside of fields")),
        ("key_Ctrl", words.say("Ctrl")),
        ("key_Alt", words.say("Alt")),
        ("key_Shift", words.say("Shift")),
        ("key_Enter", words.say("Enter")),
        ("key_Backspace", words.say("Backspace")),
        ("single_keys", words.say("Single keys act outside of fields")),
        *((f"act_{act}", does) for act, does in key_acts(words)),
    )


def key_acts(words: Wording) -> tuple[tuple[str, str], ...]:
    """What each key of `web/src/review/keys.ts` does."""
    return (
        ("next", words.say("Next finding or sentence that waits")),
        ("previous", words.say("Previous one")),
        ("evidence", words.say("From the text to the evidence and back")),
        ("pane", words.say("To the next pane")),
        ("apply", words.say("Put the suggestion into the text; in a reason: send it")),
        ("confirm", words.say("Confirm the sentence, with a reason")),
        ("dismiss", words.say("Dismiss the finding, with a reason")),
        ("escalate", words.say("Escalate the finding, with a reason")),
        ("search", words.say("Search in the text")),
        ("save", words.say("Save now")),
        ("undo", words.say("Undo")),
        ("redo", words.say("Redo")),
        ("teaser", words.say("Make the paragraph the teaser, or a paragraph again")),
        ("subhead", words.say("Make the paragraph a subhead, or a paragraph again")),
        ("quote", words.say("Make the paragraph a block quote, or a paragraph again")),
        ("link", words.say("Put a link on the selected words, or change it")),
        ("table", words.say("Show this table")),
    )


def embedded(words: Wording) -> Markup:
    """The words as JSON for a data block of a page: nothing in it can end the block."""
    written = json.dumps(review_words(words), ensure_ascii=False, separators=(",", ":"))
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(written)  # noqa: S704  # every sign that means anything to HTML was replaced
