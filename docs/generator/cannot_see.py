"""The page on what Beleg cannot see, gathered from what every check says of its limits."""

from beleg.checks.catalogue import catalogue
from docs.generator.checks import cannot_see
from docs.generator.page import Chapter, Page

ABOUT = """
Beleg holds a draft against the sources that were taken in. It knows nothing else.

- **Not whether it is true.** If a source is wrong, a draft that repeats it is supported. A lie told in two agency copies
  is supported twice; that both copies are one origin Beleg marks, that they are a lie it does not.
- **Not what is missing.** The side that was not asked, the sentence before the quotation that turns its sense, the
  correction that arrived later: a draft can be wrong with every sentence supported.
- **Not what a sentence means.** Comparison goes by words, numbers, names, quotations and verb moods. A free paraphrase
  looks like an invention, and is left to a person. One word exchanged for its opposite inside a paraphrase can go
  unnoticed. "Der Hund beißt den Mann" turned round is not seen as long as the words are the same.
- **Not who "sie" is** beyond simple cases, nor irony, nor dialogue without frames. "Die Ministerin" is somebody only where
  the text has named her so before; who chairs what in the world Beleg does not know.
- **Not every quotation.** A judgement of a law, an intention ("die Bank will …"), an idiom, a view in the narrator's voice
  and speech carried on in the indicative are read as the text's own words. How much is found of each kind stands on
  the page on [quotations](quotations.md#how-much-is-found).
- **Not what happened outside Beleg.** A chatbot's text pasted in counts as a person's.
- **Not pictures, captions inside images, tables, audio or video.**
- **Only German and English.** In any other language the report says that nothing was checked.

A sentence with the verdict `supported` is one for which the machine found a passage, not one that was proven. The verdict
can be wrong in both directions.

What each check cannot see, in its own words:
"""


def chapter() -> Chapter:
    """One page."""
    parts = [ABOUT.strip()]
    parts += [
        f"## [`{check.id}`](reference/checks/{check.id}.md)\n\n{cannot_see(check)}" for check in catalogue()
    ]
    page = Page(path="cannot-see.md", title="What Beleg cannot see", body="\n\n".join(parts))
    return Chapter(title="What Beleg cannot see", pages=(page,))
