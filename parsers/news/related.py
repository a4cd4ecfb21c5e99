"""Pointers to other stories: "Also Read: …" between paragraphs, boxes under "More on this story".

They are the strongest confusion of all extractors: their words are news, only not of this story.
"""

import re

from parsers.news import sentence

# What opens a pointer line or heads a box. Whole phrases: "read" alone begins sentences of every story.
_LEAD = (
    r"also\s+(?:read|see|on|watch)|read\s+(?:also|more(?:\s+(?:on|about|here))?|next|this|our|the\s+full\s+story)|see\s+also|"
    r"more\s+(?:on|from|about|in|stories|news|coverage|to\s+read|like\s+this|top\s+stories)\b[^:.!?]{0,40}|related(?:\s+(?:stories|articles?|"
    r"content|news|coverage|topics|posts|links|reading))?|recommended(?:\s+(?:for\s+you|stories|reading|articles?|videos?))?|"
    r"don[’']?t\s+miss|must[\s-]reads?|you\s+may(?:\s+also)?\s+(?:like|be\s+interested\s+in)|you\s+might(?:\s+also)?\s+like|"
    r"in\s+case\s+you\s+missed(?:\s+it)?|further\s+reading|editor[’']?s?[’']?\s+picks?|top\s+stories|latest(?:\s+(?:news|stories|on|from))?|"
    r"(?:our|full|complete|more)\s+coverage(?:\s+of)?[^:.!?]{0,50}|what\s+to\s+read\s+next|up\s+next|explore\s+more|keep\s+reading|"
    r"trending(?:\s+(?:now|stories))?|most\s+(?:read|popular|viewed|shared|commented)|popular\s+(?:now|stories|articles|posts)|"
    r"mehr\s+zum\s+thema|lesen\s+sie\s+(?:auch|hier|mehr|dazu)|lesen\s+sie\s+auch|siehe\s+auch|auch\s+interessant|weitere\s+(?:artikel|themen|"
    r"nachrichten|meldungen)|meistgelesen|das\s+könnte\s+(?:sie|dich)\s+(?:auch\s+)?interessieren|verwandte\s+(?:artikel|themen)|mehr\s+(?:aus|von|über)\b[^:.!?]{0,30}|zum\s+thema|"
    r"lire\s+(?:aussi|également|la\s+suite)|à\s+lire(?:\s+(?:aussi|également))?|voir\s+aussi|sur\s+le\s+même\s+(?:sujet|thème)|les\s+plus\s+lus|nos\s+articles|"
    r"lea?\s+(?:también|además|más)|le(?:er|a)\s+(?:también|más)|te\s+puede\s+interesar|también\s+te\s+puede\s+interesar|noticias\s+relacionadas|más\s+(?:noticias|leídas|información)|ver\s+también|"
    r"leia\s+(?:também|mais)|veja\s+(?:também|mais)|saiba\s+mais|mais\s+lidas|notícias\s+relacionadas|"
    r"leggi\s+anche|ti\s+potrebbe\s+interessare|articoli\s+correlati|approfondisci|i\s+più\s+letti|"
    r"lees\s+(?:ook|meer|verder)|meer\s+(?:over|van|nieuws)\b[^:.!?]{0,30}|gerelateerd(?:e\s+artikelen)?|aanbevolen|"
    r"läs\s+(?:också|även|mer)|les\s+(?:også|mer)|læs\s+(?:også|mere)|lue\s+(?:myös|lisää)|"
    r"czytaj\s+(?:też|także|więcej|również)|zobacz\s+(?:też|także|również)|przeczytaj\s+(?:też|także)|polecamy|"
    r"читайте\s+(?:также|ещё)|читать\s+также|смотрите\s+также|по\s+теме|читайте\s+також|дивіться\s+також|"
    r"ayrıca\s+oku(?:yun)?|ilgili\s+haberler|bunlar\s+da\s+ilginizi|اقرأ\s+(?:أيضا|أيضًا|المزيد)|موضوعات\s+ذات\s+صلة|"
    r"関連記事|関連ニュース|おすすめ|相关(?:新闻|阅读|文章)|延伸阅读|推荐阅读|相關新聞|延伸閱讀|관련\s?기사|추천\s?기사"
)
_LINE = re.compile(rf"^(?P<group>(?:{_LEAD}))\s*(?:[:：|»›>→-]|\.{{3}}|…)\s*(?P<title>\S.{{5,}})$", re.IGNORECASE)
_HEAD = re.compile(rf"^(?:{_LEAD})\s*[:：»›>→]?$", re.IGNORECASE)
_TOPIC = re.compile(r"(?P<topic>[^\s:：][^:：.!?]{2,80})[:：]\s+(?P<rest>\S.*)")


def line(text: str) -> tuple[str, str] | None:
    """(group, title) of a line that points to one other story ("Also Read: …"); None otherwise."""
    if sentence.words(text) > 35:
        return None
    found = _LINE.match(text)
    return (found["group"], found["title"].strip()) if found else None


def heads_box(text: str) -> bool:
    """Whether a short line is the heading of a box of other stories."""
    return sentence.words(text) <= 10 and _HEAD.match(text.strip()) is not None


def topic(item: str) -> str | None:
    """The topic of a coverage box's item ("Amassing Troops: The Russian military …"); None without one."""
    found = _TOPIC.match(item)
    return found["topic"].strip() if found and sentence.words(found["topic"]) <= 10 else None
