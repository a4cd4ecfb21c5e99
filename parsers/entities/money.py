"""The grammar of amounts of money in running English text."""

import re

from parsers.entities.recogniser import Found

_AMOUNT = r"\d+(?:[.,]\d+)*(?:\s?(?:-|–|to)\s?[$€£]?\d+(?:[.,]\d+)*)?"
_SCALE = r"(?:[\s-]?(?:hundred|thousand|million|billion|trillion|crore|lakh|mn|bn|tn|m|b|k|M|B|K)\b)*"
_NAME = (
    r"(?:(?:(?:US|U\.S\.|Canadian|Australian|Hong Kong|Singapore|New Zealand|Taiwan) )?(?:dollars?|cents?)|euros?|yen"
    r"|yuan|renminbi|(?:British )?pounds?(?: sterling)?|pence|rubles?|roubles?|rupees?|(?:Swiss )?francs?"
    r"|(?:Mexican )?pesos?|kron(?:a|or|e|er)|won|hryvnias?|liras?|rands?|reais|shekels?|dirhams?|riyals?|dinars?"
    r"|naira|shillings?|baht|ringgit|rupiah|zloty?s?|forints?|bitcoins?|USD|EUR|GBP|JPY|CHF|INR|CNY)"
)
_SIGN = (
    r"(?:(?:US|A|C|CA|AU|NZ|HK|S|NT|R|Z|J)?\$|[€£¥₹₽₴₩₺₪₦₫฿]"
    r"|\b(?:USD|EUR|GBP|Rs\.?|INR|CHF|AED|CNY|JPY|RM|Rp|Sh|KSh|R)\s?(?=\d))"
)
_SPELT = r"(?:a|one|two|three|four|five|six|seven|eight|nine|ten|half a|several)(?: hundred| thousand)?"
_MONEY = re.compile(
    # $3 billion · Rs 500 crore · US$20m
    rf"{_SIGN}\s?{_AMOUNT}{_SCALE}(?:\s(?:US )?dollars)?"
    # 300 million euros · 20 € · a million dollars · billions of dollars
    rf"|(?<![\w.,]){_AMOUNT}{_SCALE}[\s-]{_NAME}\b"
    rf"|(?<![\w.,]){_AMOUNT}{_SCALE}\s?[€£](?!\d)"
    rf"|\b{_SPELT} (?:million|billion|trillion)[\s-]{_NAME}\b"
    rf"|\b(?:(?:hundreds|tens) of )?(?:thousands|millions|billions|trillions) of {_NAME}\b"
)


def find_money(text: str) -> list[Found]:
    """MONEY spans of an English text, sorted, without overlaps."""
    return [Found(match.start(), match.end(), "MONEY", 0.9, "money") for match in _MONEY.finditer(text)]
