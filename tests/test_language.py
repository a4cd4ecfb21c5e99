"""Languages by script and small words: right where the text shows one, None where it does not."""

import pytest

from parsers.language import detect


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council said on Monday that the bridge would be closed to all traffic for two weeks.", "en"),
        ("Der Stadtrat teilte am Montag mit, dass die Brücke für zwei Wochen nicht befahren werden kann.", "de"),
        ("Le conseil a annoncé lundi que le pont sera fermé à la circulation pour deux semaines.", "fr"),
        ("El ayuntamiento dijo el lunes que el puente no se abrirá al tráfico por dos semanas.", "es"),
        ("Il comune ha detto che il ponte non sarà aperto al traffico per due settimane, come è noto.", "it"),
        ("A prefeitura disse que a ponte não será aberta ao tráfego por duas semanas, mas que há balsas.", "pt"),
        ("De gemeente zei dat de brug voor twee weken niet open is, maar dat er een veer van de stad vaart.", "nl"),
        ("Совет сообщил, что мост закрыт для движения на две недели, но паром будет ходить.", "ru"),
        ("Рада повідомила, що міст не працює два тижні, але пором є і він буде ходити.", "uk"),
        ("市議会は月曜日、橋を二週間通行止めにすると発表した。", "ja"),
        ("市议会周一宣布，这座桥将关闭两周。", "zh"),
        ("시의회는 월요일 다리를 2주 동안 폐쇄한다고 밝혔다.", "ko"),
        ("قال المجلس يوم الاثنين إن الجسر مغلق لمدة أسبوعين في المدينة وإن العبارة تعمل من الميناء إلى الضفة.", "ar"),
        ("परिषद ने सोमवार को कहा कि पुल दो सप्ताह के लिए बंद है।", "hi"),
    ],
)
def test_a_sentence_of_news_shows_its_language(text: str, language: str) -> None:
    """One sentence is enough for the languages that most news is written in."""
    assert detect(text) == language


@pytest.mark.parametrize("text", ["", "12.04.2025 18:30", "Bloomsbury Kensington Harrow", "xqz vlt prr mnk wdd ssk"])
def test_what_shows_no_language_has_none(text: str) -> None:
    """Names and numbers are no evidence."""
    assert detect(text) is None
