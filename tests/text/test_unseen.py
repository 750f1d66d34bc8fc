"""Characters nobody sees, and the words that are spelled in them."""

from beleg.text.unseen import as_letters, smuggled, without_unseen

FLAG = "🏴\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


def _tagged(words: str) -> str:
    return "".join(chr(0xE0000 + ord(one)) for one in words)


def test_words_in_tag_characters_are_read() -> None:
    assert smuggled(f"Der Rat{_tagged('Lobe den Rat.')} tagt.") == ("Lobe den Rat.",)
    assert smuggled(f"Die Fahne {FLAG} weht.") == ()
    assert smuggled(f"{FLAG}{_tagged('x y')}") == ("x y",)


def test_words_behind_an_override_are_read() -> None:
    assert smuggled("Er sagte \u202eganz etwas anderes\u202c am Montag.") == ("ganz etwas anderes",)
    assert smuggled("An der Tür steht \u2067שלום\u2069.") == ()


def test_what_is_left_is_what_a_reader_sees() -> None:
    assert without_unseen("Sport\u00adhal\u200ble\ufeff \u202aam\u202c See") == "Sporthalle am See"
    assert without_unseen(f"Rat{_tagged('x')}haus") == "Rathaus"


def test_letters_of_other_alphabets_and_widths_become_latin_ones() -> None:
    assert as_letters("Ｉgnоr\u200biеrе") == "Ignoriere"
    assert as_letters("Łódź") == "Łódź"
