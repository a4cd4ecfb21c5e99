"""The cleaner is a security boundary: whatever a page sends, only harmless words come out, and all of them.

Without these tests an escape sequence in a headline could write to a reader's clipboard, and a cleaner that is too
eager could eat the vowels of Hindi or the words behind a broken quotation mark.
"""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from parsers.clean import clean_line, clean_text
from tests.strategies import hostile_text

BIDI = {*"\u202a\u202b\u202c\u202d\u202e", *"\u2066\u2067\u2068\u2069"}
INVISIBLE = {*"\u200b\u2060\u2062\ufeff\xad\ufff9\ufffa\ufffb", *map(chr, range(0xE0000, 0xE0080))}

# Each attack with the words around it that must survive it, and nothing else.
ATTACKS = {
    "colour": ("one \x1b[31mtwo\x1b[0m three", "one two three"),
    "clear screen": ("one\x1b[2J\x1b[H two", "one two"),
    "private mode": ("one\x1b[?1049h two", "one two"),
    "clipboard, ended by BEL": ("one \x1b]52;c;cm0gLXJmIH4=\x07two", "one two"),
    "clipboard, ended by ST": ("one \x1b]52;c;cm0gLXJmIH4=\x1b\\two", "one two"),
    "clipboard, unterminated": ("one\n\x1b]52;c;cm0gLXJmIH4=\ntwo", "one two"),
    "clipboard, unterminated, old line ends": ("one\r\x1b]52;c;cm0gLXJmIH4=\rtwo", "one two"),
    "link": ("one \x1b]8;;https://evil.example/\x1b\\two\x1b]8;;\x1b\\", "one two"),
    "window title": ("one \x1b]0;owned\x07two", "one two"),
    "device control string": ("one \x1bP$q\"p\x1b\\two", "one two"),
    "application command": ("one \x1b_Gf=100;AAAA\x1b\\two", "one two"),
    "reset": ("one \x1bctwo", "one two"),
    "character set": ("one \x1b(0two", "one two"),
    "sequence in a sequence": ("one \x1b\x1b[31m[31mtwo", "one [31mtwo"),
    "lone escape": ("one two\x1b", "one two"),
    "half a sequence": ("one two \x1b[38;5;", "one two"),
    "overprint": ("one\rtwo", "one two"),
    "backspace": ("one tx\bwo", "one txwo"),
    "bell and NUL": ("one\x07 \x00two", "one two"),
    "form feed and vertical tab": ("one\x0ctwo\x0bthree", "one two three"),
    "next line and separators": ("one\x85two\u2028three\u2029four", "one two three four"),
    "delete": ("one t\x7fwo", "one two"),
    "bidi override": ("one \u202eowt\u202c two", "one owt two"),
    "bidi isolate": ("one \u2066two\u2069", "one two"),
    "tags": ("one\U000e0041\U000e0042 two", "one two"),
    "zero width": ("o\u200bn\ufeffe t\u2060wo", "one two"),
    "soft hyphen": ("o\xadne two", "one two"),
    "lone surrogates": ("one \ud800two\udfff", "one two"),
    "noncharacters": ("one \ufdd0two\uffff", "one two"),
}
# A sentence or two in each of more than twenty scripts, with the joiners and marks that they need.
ORDINARY = {
    "Latin": "“Ça va ?” – naïve façade, Łódź, Straße, œuvre, İstanbul, ﬁn.",
    "Vietnamese": "Thủ tướng Phạm Minh Chính phát biểu ở Đà Nẵng về những thử thách.",
    "Greek": "Ο πρωθυπουργός μίλησε στην Αθήνα για την οικονομία· ἐν ἀρχῇ ἦν ὁ λόγος.",
    "Cyrillic": "Президент сказал: «Ещё не всё ясно». Київ, ґанок, їжа.",
    "Armenian": "Վարչապետը խոսեց Երևանում։",
    "Georgian": "პრემიერ-მინისტრი თბილისში გამოვიდა.",
    "Hebrew": "ראש הממשלה אמר: „שָׁלוֹם לְכֻלָּם”.",
    "Arabic": "قال رئيس الوزراء إنَّ الحكومةَ ستجتمع غدًا.",
    "Persian": "نخست‌وزیر گفت می‌خواهم به خانه‌ها برویم.",
    "Urdu": "وزیرِ اعظم نے کہا کہ حکومت کام کر رہی ہے۔",
    "Devanagari": "प्रधानमंत्री ने कहा कि क्‍या यह संभव है? श्रद्धा, ज़रूरत।",
    "Bengali": "প্রধানমন্ত্রী ঢাকায় বলেছেন, র‍্যাব কাজ করছে।",
    "Gurmukhi": "ਪ੍ਰਧਾਨ ਮੰਤਰੀ ਨੇ ਕਿਹਾ।",
    "Gujarati": "પ્રધાનમંત્રીએ અમદાવાદમાં કહ્યું.",
    "Tamil": "பிரதமர் சென்னையில் பேசினார், க்ஷேமம்.",
    "Telugu": "ప్రధాని హైదరాబాద్‌లో మాట్లాడారు.",
    "Kannada": "ಪ್ರಧಾನಿ ಬೆಂಗಳೂರಿನಲ್ಲಿ ಮಾತನಾಡಿದರು.",
    "Malayalam": "പ്രധാനമന്ത്രി തിരുവനന്തപുരത്ത് പറഞ്ഞു, അവൻ.",
    "Sinhala": "ශ්‍රී ලංකාවේ අගමැති කොළඹදී කීවේය.",
    "Thai": "นายกรัฐมนตรีกล่าวว่าเศรษฐกิจกำลังฟื้นตัว ที่นี่",
    "Lao": "ນາຍົກລັດຖະມົນຕີກ່າວວ່າ",
    "Burmese": "ဝန်ကြီးချုပ်က ရန်ကုန်တွင် ပြောကြားသည်။",
    "Khmer": "នាយករដ្ឋមន្ត្រីបានថ្លែងនៅភ្នំពេញ។",
    "Tibetan": "བཀྲ་ཤིས་བདེ་ལེགས། ཨོཾ་མ་ཎི་པདྨེ་ཧཱུྃ།",
    "Amharic": "ጠቅላይ ሚኒስትሩ በአዲስ አበባ ተናገሩ።",
    "Chinese": "总理在北京说：“经济正在复苏。”「臺灣」",
    "Japanese": "首相は「経済が最優先だ」と述べた。葛󠄀城市、ガッツポーズ。",
    "Korean": "총리는 서울에서 말했다. 닭, 값.",
    "Emoji": "👩‍🚀 👨‍👩‍👧‍👦 🏳️‍🌈 👍🏽 1️⃣ 🇺🇦 ❤️‍🔥",
    "Symbols": "≠ 10 ½ € £5 C++ a/b #tag @name 50% “quoted” ‘so’ … — – • №",
}


def harm(text: str, *, newlines: bool) -> str:
    """The characters of a cleaned text that should not be there."""
    return "".join(
        char for char in text
        if (unicodedata.category(char) in ("Cc", "Cs") and not (newlines and char == "\n"))
        or char in BIDI or char in INVISIBLE or char in "\u2028\u2029"
    )


def longest_pile(text: str) -> int:
    """The most marks that are drawn over one character."""
    longest = marks = 0
    for char in text:
        kind = unicodedata.category(char)
        if kind in ("Mn", "Me"):
            marks += 1
            longest = max(longest, marks)
        elif kind != "Cf":
            marks = 0
    return longest


@pytest.mark.parametrize("name", ATTACKS)
def test_attack(name: str) -> None:
    """An attack is gone and the words around it stay."""
    sent, kept = ATTACKS[name]
    assert clean_line(sent) == kept
    assert harm(clean_text(sent), newlines=True) == ""


@pytest.mark.parametrize("script", ORDINARY)
def test_ordinary_text_survives(script: str) -> None:
    """The words of every script come through unchanged, joiners and marks included."""
    text = ORDINARY[script]
    assert clean_line(text) == unicodedata.normalize("NFC", text)
    assert clean_text(text) == clean_line(text)
    assert clean_line(unicodedata.normalize("NFD", text)) == clean_line(text)


@pytest.mark.parametrize("quoted", ["“Go,” she said, “now”", "Wciąż śnieg, źdźbło", "été – “à côté”"])
def test_text_that_was_decoded_wrongly_keeps_its_words(quoted: str) -> None:
    """UTF-8 once read as Latin-1 is full of C1 codes; none of them swallows the words behind it."""
    broken = quoted.encode().decode("latin-1")
    letters = [char for char in broken if char.isascii() and char.isalpha()]
    assert [char for char in clean_line(broken) if char.isascii() and char.isalpha()] == letters


@pytest.mark.parametrize("mark", ["\u0301", "\u20dd", "\u0e47", "\u0651", "\u05b8", "\u1ab0", "\u0f71", "\u3099"])
def test_piles_of_marks_are_thinned(mark: str) -> None:
    """A hundred marks on one letter become a few, in any script; joiners between them do not help."""
    assert longest_pile(clean_line("e" + mark * 100 + "!")) <= 8
    assert longest_pile(clean_line("e" + (mark + "\u200d") * 100 + "!")) <= 8
    assert clean_line("e" + mark * 3 + "x").endswith("x")


@given(hostile_text() | st.text())
@example("\u0627" + "\u0316" * 8 + "\u0301\u0653")
@example("\u0c95\u0cc6" + "\u0e47" * 9 + "\u0cc2")
@example("e" + "\u0301" * 40)
def test_clean_line(text: str) -> None:
    """A cleaned line is one line of harmless NFC text without double spaces, and cleaning it again changes nothing."""
    line = clean_line(text)
    assert harm(line, newlines=False) == ""
    assert "\t" not in line
    assert "  " not in line
    assert line == line.strip()
    assert unicodedata.is_normalized("NFC", line)
    assert longest_pile(line) <= 8
    assert clean_line(line) == line


@given(hostile_text() | st.text())
@example("a\t\u0301b\n\n\x85 \u3000")
def test_clean_text(text: str) -> None:
    """A cleaned text is harmless NFC text with newlines and without blank ends, and stays as it is."""
    cleaned = clean_text(text)
    assert harm(cleaned, newlines=True) == ""
    assert "\t" not in cleaned
    assert cleaned == "" or (cleaned.split("\n")[0].strip() and cleaned.split("\n")[-1].strip())
    assert unicodedata.is_normalized("NFC", cleaned)
    assert clean_text(cleaned) == cleaned


@given(st.lists(st.sampled_from(sorted(ORDINARY.values())), max_size=4), st.lists(hostile_text(), max_size=4))
def test_words_beside_an_attack_survive(ordinary: list[str], attacks: list[str]) -> None:
    """Whatever stands on other lines, a line of ordinary words stays whole."""
    page = "\n".join(line for pair in zip(ordinary, attacks, strict=False) for line in pair)
    lines = clean_text(page).split("\n")
    for line in ordinary[: min(len(ordinary), len(attacks))]:
        assert unicodedata.normalize("NFC", line) in lines
