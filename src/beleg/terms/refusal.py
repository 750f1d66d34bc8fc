"""Refusal: bad input answered with one clear sentence."""


class Error(Exception):
    """Base of every refusal of bad input.

    The message is one sentence that names the thing and the reason, ready to be shown to a person:
    `protokoll.pdf: scanned; no text in it.`
    """
