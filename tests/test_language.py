"""Language: running text tells its language, anything less tells none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.language import detect

TEXTS = {
    "en": "The minister said on Monday that the talks with the union had failed and that it was too early for"
          " a deal.",
    "de": "Die Ministerin sagte am Montag, dass die Gespräche mit der Gewerkschaft nicht zu einer Einigung"
          " geführt haben und es auch für eine zweite Runde zu früh ist.",
    "fr": "La ministre a dit lundi que les négociations avec le syndicat ont échoué et qu'il est trop tôt pour"
          " un accord dans ce conflit.",
    "es": "La ministra dijo el lunes que las negociaciones con el sindicato no han dado resultado y que es"
          " pronto para un acuerdo.",
    "it": "La ministra ha detto che i negoziati con il sindacato non sono riusciti e che è troppo presto per"
          " un accordo della parti.",
    "pt": "A ministra disse que as negociações com o sindicato não deram resultado e que é cedo para um"
          " acordo, mas não para os mais velhos.",
    "nl": "De minister zei maandag dat het overleg met de bond niet is gelukt en dat het te vroeg is voor een"
          " akkoord.",
    "sv": "Ministern sade att samtalen med facket inte har lyckats och att det är för tidigt för ett avtal som"
          " alla kan stå bakom.",
    "pl": "Minister powiedział, że rozmowy ze związkiem nie przyniosły wyniku i że jest za wcześnie na umowę,"
          " która by się spodobała.",
    "tr": "Bakan, sendika ile yapılan görüşmelerin bir sonuç vermediğini ve bu konuda daha çok zaman"
          " gerektiğini söyledi, ancak bir anlaşma için erken olduğu da açık.",
    "ru": "Министр сказал, что переговоры с профсоюзом не дали результата и что для соглашения это еще рано,"
          " но он не против.",
    "uk": "Міністр сказав, що переговори з профспілкою не дали результату і що для угоди це ще рано, але він"
          " не проти, та й час є.",
    "ja": "大臣は月曜日、組合との交渉が失敗したと述べ、合意にはまだ早いと語った。",
    "zh": "部长星期一表示，与工会的谈判没有结果，现在达成协议为时尚早。",
    "ko": "장관은 월요일 노조와의 협상이 실패했다고 말하며 합의는 아직 이르다고 밝혔다.",
    "ar": "قال الوزير يوم الاثنين إن المحادثات مع النقابة فشلت وإن الوقت مبكر لاتفاق.",
    "fa": "وزیر روز دوشنبه گفت گفتگو با اتحادیه به نتیجه نرسید و برای توافق زود است.",
    "el": "Ο υπουργός δήλωσε ότι οι συνομιλίες με το συνδικάτο απέτυχαν.",
}  # fmt: skip


@pytest.mark.parametrize(("language", "text"), TEXTS.items())
def test_a_sentence_or_two_tell_the_language(language: str, text: str) -> None:
    """Running text is recognised by its little words or its script."""
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "Home", "Politik Sport Kultur Wissen", "1 2 3 4 5 6 7 8 9", "OK OK OK OK"])
def test_too_little_tells_none(text: str) -> None:
    """A menu, a number or a single word is no language."""
    assert detect(text) is None


def test_two_languages_tell_none() -> None:
    """A text that is half one language and half another gets no answer rather than a wrong one."""
    assert detect("the and it by this which not has sich des auf für dem nicht auch werden") is None


@given(st.text(max_size=400))
def test_any_text_is_survived(text: str) -> None:
    """No text raises."""
    assert detect(text) is None or len(detect(text) or "") == 2
