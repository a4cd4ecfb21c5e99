"""Which language a text is in, by its script and its smallest words; None rather than a guess.

Most pages say it themselves. For those that do not (every paste), grammars of dates and the recogniser of entities
need to know at least whether it is English.
"""

import re
from collections import Counter

from parsers.news.phrases import word_set

# The commonest function words of each language, those that its neighbours share left to all of them: the sums decide.
_WORDS = {
    "en": word_set("""
        the of and to in is that was for it with as his on be at by had not are but from or have an they
        which you were her would there their been has when who will more said
    """),
    "de": word_set("""
        der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden
        aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder
        aber vor zur
    """),
    "fr": word_set("""
        de la le et les des en un du une que est dans qui par pour au sur pas plus ne se sont avec il ce sa
        son mais comme ou été cette ont nous vous elle leur deux
    """),
    "es": word_set("""
        de la que el en y los del se las por un para con no una su al es lo como más o pero sus le ha este
        sí porque esta entre cuando muy sin sobre también fue son
    """),
    "it": word_set("""
        di e il la che in a per un è del le della con si non da una i nel dei al più come sono delle gli ha
        alla ma anche dal lo nella su questo
    """),
    "pt": word_set("""
        de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua
        ou foi são ser também pelo pela até
    """),
    "nl": word_set("""
        de van het een en in is dat op te zijn met voor die niet aan er om ook als dan maar bij of uit nog
        door over naar heeft hij ze wordt worden was
    """),
    "sv": word_set("""
        och i att det som en på är av för med den till inte om ett han men var jag sig från vi så har de kan
        när vid efter eller också
    """),
    "no": word_set("""
        og i det på som er av en til for å med at har de ikke den han et fra var om men så seg vi kan ble
        hun etter eller også skal
    """),
    "da": word_set("""
        og i at det som en på er af for med til den de har ikke der et han om fra var men sig vi kan blev
        efter eller også skal nogle
    """),
    "fi": word_set("""
        ja on ei että se oli hän ovat mutta kun myös joka sen mukaan kuin jo niin ole vain tai jos mitä ovat
        olisi ollut sekä
    """),
    "pl": word_set("""
        w i na z się nie do to że jest o jak po za od ale przez przy dla są oraz tym był jego które co ze
        być tylko już jej może
    """),
    "cs": word_set("""
        a v se na je že s z do o i to jako za by pro ve však po od jsou které ale jsme není být při jeho
        také už
    """),
    "hu": word_set("""
        a az és hogy nem is egy ez meg de csak már volt mint még ki el ha lehet aki szerint után vagy azt
    """),
    "ro": word_set("""
        de și în a la cu pe nu din că o este mai un pentru au care prin sau fost după s-a ce dar fi sunt
        această
    """),
    "tr": word_set("""
        ve bir bu da de için ile olarak çok daha olan gibi sonra kadar ancak ise var dedi olduğunu göre en
        ne
    """),
    "id": word_set("""
        yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena tersebut bisa ada
        mereka lebih telah oleh
    """),
    "vi": word_set("""
        và của là có được trong cho không một người với những này các đã để khi từ đến về tại cũng
    """),
    "ca": word_set("""
        de la i el que en els a un les del per amb una es al no és va més ha com però seva aquest
    """),
    "is": word_set("""
        og að í á er sem um til við var með af en ekki það fyrir því hann þá hefur frá eru
    """),
    "ru": word_set("""
        и в не на что с по как это из к за от но для его у же о так все был после при до также или
    """),
    "uk": word_set("""
        і в не на що з та як це до за від але для його у про так був після при також або є які й
    """),
    "bg": word_set("""
        на и да в се за от че е с не по са до като но при след си това ще има или беше
    """),
    "sr": word_set("""
        и у је да се на за од са су не о који то као али што би из након док
    """),
    "el": word_set("""
        και το να του η της με που την από για είναι στο ο τα δεν θα των οι τον στην ότι
    """),
    "fa": word_set("""
        و در به از که این را با است برای آن یک خود تا بر می هم نیز شد
    """),
    "ur": word_set("""
        کے کی میں اور ہے کا سے کو نے پر ہیں کہ یہ بھی کر تھا گیا
    """),
    "ar": word_set("""
        في من على إلى أن عن مع هذا التي الذي ما كان لا بعد قال هذه بين أو
    """),
}
# Scripts that one language uses, nearly: a third of the letters decides.
_SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.1),
    ("ko", re.compile("[\uac00-\ud7af]"), 0.3),
    ("zh", re.compile("[\u4e00-\u9fff]"), 0.4),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("ka", re.compile("[\u10a0-\u10ff]"), 0.3),
    ("hy", re.compile("[\u0530-\u058f]"), 0.3),
    ("hi", re.compile("[\u0900-\u097f]"), 0.3),
    ("bn", re.compile("[\u0980-\u09ff]"), 0.3),
    ("ta", re.compile("[\u0b80-\u0bff]"), 0.3),
    ("te", re.compile("[\u0c00-\u0c7f]"), 0.3),
    ("am", re.compile("[\u1200-\u137f]"), 0.3),
)
# Letters of the Arabic script, and those that only Arabic or only Persian and Urdu write.
_ARABIC = re.compile("[\u0620-\u06ff]")
_ARABIC_ONLY = re.compile("[\u0643\u064a\u0629\u0649\u0623\u0625]")
_PERSIAN_URDU = re.compile("[\u067e\u0686\u0698\u06af\u06a9\u06cc\u06d2]")
_LETTERS = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
LONGEST = 6000
"""Code points that are looked at: a thousand words settle any language here."""
LEAST_SHARE, LEAST_LEAD = 0.12, 1.15
"""A text in one of these languages has at least this share of its function words (the poorest of the benchmark's
pages: .16), and that many times as many as of the next language."""


def detect(text: str) -> str | None:
    """The BCP 47 code of the language that a text is written in; None when it does not show one clearly."""
    text = text[:LONGEST]
    words = _LETTERS.findall(text.lower())
    letters = sum(map(len, words))
    if letters < 8:
        return None
    for language, script, share in _SCRIPTS:
        if len(script.findall(text)) > share * letters:
            return language
    if len(_ARABIC.findall(text)) > 0.5 * letters:
        return "ar" if len(_ARABIC_ONLY.findall(text)) > len(_PERSIAN_URDU.findall(text)) else _by_words(words)
    return _by_words(words)


def _by_words(words: list[str]) -> str | None:
    counts = Counter(words)
    scores = sorted(
        ((sum(counts[word] for word in lexicon), language) for language, lexicon in _WORDS.items()), reverse=True
    )
    (best, language), (second, _) = scores[0], scores[1]
    if best < LEAST_SHARE * len(words) or best < LEAST_LEAD * second or best < 3:
        return None
    return language
