"""Passkeys: showing with a key of one's own that it is oneself who signs (W3C Web Authentication, level 3).

A passkey is asked a question that is good once, for three minutes, in one session, about one thing. Its answer has to
come from the desk's own address, the authenticator has to have verified its owner (fingerprint, face, code), and its
counter has to have gone up.
"""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.helpers import (
    base64url_to_bytes,
    bytes_to_base64url,
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from beleg.newsroom.accounts import microseconds, refuse_program
from beleg.newsroom.acting import stamp
from beleg.record.passkeys import Passkey, Question
from beleg.record.passkeys import Passkeys as Kept
from beleg.record.store import RecordStore
from beleg.terms.account import Account
from beleg.terms.refusal import Error

LASTS = 180
"""Seconds a passkey has to answer."""
MOST = 20
"""Passkeys an account may have."""
_LONGEST_NAME = 100
_LONGEST_ANSWER = 65_536
_ADDING = "adding a passkey"
_UNREADABLE = "What the passkey answered cannot be read."


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a passkey is asked from, as browsers see it: passkeys of one place are of no use in another."""

    origin: str
    """`http://localhost:8470`."""
    name: str
    """The domain passkeys are bound to (the RP ID): `localhost`. An IP address cannot be one."""
    session: str
    """The secret of the session that asks; only its hash is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ToSign:
    """What a signature would be under: the answer is good for exactly this."""

    dossier: str
    content_sha256: str
    record_head: str

    @property
    def about(self) -> str:
        """It in words that nothing else has."""
        return f"signing {self.dossier} {self.content_sha256} {self.record_head}"


class Passkeys:
    """The passkeys of a newsroom's people."""

    def __init__(self, store: RecordStore, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    def of(self, account: str) -> tuple[Passkey, ...]:
        """Return the passkeys of an account, the oldest first."""
        with self._store.act() as act:
            return Kept(act.connection).of(account)

    def ask_to_add(self, person: Account, place: Place) -> str:
        """Return what the browser needs to make a passkey (JSON, as in the standard).

        That it is they who ask has to be made sure of before. Raises Error for a closed or a program's account, and for
        one that has `MOST` of them.
        """
        _refuse_idle(person)
        known = self.of(person.id)
        if len(known) >= MOST:
            raise Error(f"This account has {MOST} passkeys, which is the limit; remove one first.")
        challenge = self._ask(person, place, _ADDING)
        options = generate_registration_options(
            rp_id=place.name,
            rp_name="Beleg",
            user_id=person.id.encode(),
            user_name=person.login,
            user_display_name=person.name,
            challenge=challenge,
            timeout=LASTS * 1000,
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.PREFERRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=_described(known),
        )
        return options_to_json(options)

    def add(self, person: Account, place: Place, answer: str, name: str) -> Passkey:
        """Keep the passkey that the browser made to a question of `ask_to_add`, and return it.

        Raises Error if the answer is none to a question of this session, comes too late or from elsewhere, or if nobody
        was verified; and for a name that is empty or too long.
        """
        name = _named(name)
        _refuse_long(answer)
        try:
            credential = parse_registration_credential_json(answer)
            challenge = parse_client_data_json(credential.response.client_data_json).challenge
        except (WebAuthnException, ValueError, KeyError, TypeError):
            raise Error(_UNREADABLE) from None
        self._answered(challenge, person, place, _ADDING)
        try:
            made = verify_registration_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=place.name,
                expected_origin=place.origin,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError):
            raise Error(
                "The passkey was not made here, or did not verify who you are; it was not kept."
            ) from None
        passkey = Passkey(
            id=bytes_to_base64url(made.credential_id),
            account=person.id,
            name=name,
            public_key=made.credential_public_key,
            uses=made.sign_count,
            added_at=stamp(self._clock()),
        )
        with self._store.act() as act:
            _refuse_idle(act.account(person.id))
            kept = Kept(act.connection)
            if len(kept.of(person.id)) >= MOST:
                raise Error(f"This account has {MOST} passkeys, which is the limit; remove one first.")
            kept.add(passkey)
        return passkey

    def rename(self, person: Account, passkey_id: str, name: str) -> None:
        """Call a passkey something else. Raises Error for a name that cannot be and if the account has no such
        passkey.
        """
        with self._store.act() as act:
            Kept(act.connection).rename(person.id, passkey_id, _named(name))

    def remove(self, person: Account, passkey_id: str) -> None:
        """Forget a passkey for good. Raises Error if the account has no such passkey."""
        with self._store.act() as act:
            Kept(act.connection).remove(person.id, passkey_id)

    def ask_to_sign(self, person: Account, place: Place, what: ToSign) -> str:
        """Return what the browser needs to ask one of the person's passkeys (JSON). Raises Error if they have none."""
        known = self.of(person.id)
        if not known:
            raise Error("This account has no passkey.")
        options = generate_authentication_options(
            rp_id=place.name,
            challenge=self._ask(person, place, what.about),
            timeout=LASTS * 1000,
            allow_credentials=_described(known),
            user_verification=UserVerificationRequirement.REQUIRED,
        )
        return options_to_json(options)

    def identify(self, person: Account, place: Place, answer: str, what: ToSign) -> Passkey:
        """Make sure that `answer` is one of the person's passkeys answering `ask_to_sign` about `what`; return the
        passkey.

        Raises Error if it is not: answered before, too late, in another session, about something else, from another
        address, without verifying its owner, by a passkey that is not theirs (any more), or with a counter that has not
        gone up, which says that it was copied.
        """
        _refuse_long(answer)
        try:
            credential = parse_authentication_credential_json(answer)
            challenge = parse_client_data_json(credential.response.client_data_json).challenge
        except (WebAuthnException, ValueError, KeyError, TypeError):
            raise Error(_UNREADABLE) from None
        self._answered(challenge, person, place, what.about)
        passkey = next((one for one in self.of(person.id) if one.id == credential.id), None)
        if passkey is None:
            raise Error("This passkey is none of this account, or was removed.")
        try:
            found = verify_authentication_response(
                credential=credential,
                expected_challenge=challenge,
                expected_rp_id=place.name,
                expected_origin=place.origin,
                credential_public_key=passkey.public_key,
                credential_current_sign_count=0,  # compared below, to say what is wrong
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError):
            raise Error("The answer of the passkey does not hold.") from None
        copied = (found.new_sign_count or passkey.uses) and found.new_sign_count <= passkey.uses
        with self._store.act() as act:
            if copied or not Kept(act.connection).answered(
                passkey, uses=found.new_sign_count, at=stamp(self._clock())
            ):
                raise Error(
                    "The counter of this passkey has not gone up: it may have been copied. Remove it."
                )
        return passkey

    def _ask(self, person: Account, place: Place, about: str) -> bytes:
        challenge = secrets.token_bytes(32)
        now = microseconds(self._clock())
        question = Question(
            challenge=bytes_to_base64url(challenge),
            account=person.id,
            session=_hashed(place.session),
            about=about,
            until=now + LASTS * 1_000_000,
        )
        with self._store.act() as act:
            Kept(act.connection).ask(question, now=now)
        return challenge

    def _answered(self, challenge: bytes, person: Account, place: Place, about: str) -> None:
        """Use up the question with this challenge. Raises Error unless it was asked of this person, here, about this,
        and lately.

        It is stored at once: the answer is used up even where it turns out to be worth nothing.
        """
        with self._store.act() as act:
            asked = Kept(act.connection).take(bytes_to_base64url(challenge))
        wanted = (person.id, _hashed(place.session), about)
        if (
            asked is None
            or (asked.account, asked.session, asked.about) != wanted
            or microseconds(self._clock()) >= asked.until
        ):
            raise Error("The passkey answered too late, or to another question; try again.")


def _described(known: tuple[Passkey, ...]) -> list[PublicKeyCredentialDescriptor]:
    return [PublicKeyCredentialDescriptor(id=base64url_to_bytes(one.id)) for one in known]


def _hashed(session: str) -> str:
    return sha256(session.encode("utf-8", "surrogatepass")).hexdigest()


def _refuse_idle(person: Account) -> None:
    refuse_program(person)
    if person.closed:
        raise Error("This account is closed; it can do nothing in this newsroom any more.")


def _refuse_long(answer: str) -> None:
    if len(answer) > _LONGEST_ANSWER:
        raise Error(_UNREADABLE)


def _named(name: str) -> str:
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME or any("\ud800" <= sign <= "\udfff" for sign in name):
        raise Error(f"The name of a passkey must have 1 to {_LONGEST_NAME} characters.")
    return name
