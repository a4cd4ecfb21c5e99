"""Lines that say how much of something is taken, as the ingredients of a recipe are printed: "500 g rye flour".

They are no sentences and in a dump no list either; without their measures nothing would tell them from a menu.
"""

import re

from parsers.news.phrases import alternatives

_UNIT = alternatives(r"""
    kg|g|gr|mg|ml|cl|dl|l|oz|lbs?|fl oz|tsp|tbsp|teaspoons?|tablespoons?|cups?|pints?|ounces?|pounds?|sticks?|cloves?
    EL|TL|Esslöffel|Teelöffel|Prisen?|Zehen?|Tassen?|Bund|cuillères?|tasses?|gousses?|pincées?|cucharad(?:a|ita)s?
    tazas?|dientes?|pizcas?|cucchia(?:io|i|ini?|ino)|spicchi|colher(?:es)?|xícaras?|eetlepels?|theelepels?|msk|tsk|krm|ss|ts
    spsk|łyżk(?:a|i|ek)|łyżeczk(?:a|i)|szklank(?:a|i)|г|кг|мл|л|ст\. л|ч\. л|yemek kaşığı|çay kaşığı|su bardağı
""")
_NUMBER = r"(?:\d{1,4}(?:[.,/⁄]\d{1,2})?(?: ?(?:[½¼¾⅓⅔⅛]|\d[/⁄]\d))?|[½¼¾⅓⅔⅛])"
_MEASURED = re.compile(rf"{_NUMBER}(?: ?[–-] ?{_NUMBER})? ?(?:{_UNIT})\b\.? (?=\w)")
WORDS = 14
"""More, and it is a sentence that begins with a measure."""


def opens(text: str) -> bool:
    """Whether a line opens with an amount in a kitchen's measure and goes on."""
    return text[:1].isnumeric() and _MEASURED.match(text) is not None
