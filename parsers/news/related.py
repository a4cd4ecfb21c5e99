"""Pointers to other stories: "Also Read: …" between paragraphs, boxes under "More on this story".

They are the strongest confusion of all extractors: their words are news, only not of this story.
"""

import re
from functools import lru_cache

from parsers.news import sentence
from parsers.news.phrases import Whole, alternatives

# What opens a pointer line or heads a box. Whole phrases: "read" alone begins sentences of every story.
_LEAD = alternatives(r"""
    also\s+(?:read|see|on|watch)|read\s+(?:also|more(?:\s+(?:on|about|here))?|next|this|our|the\s+full\s+story)
    see\s+(?:also|more)|watch\s+(?:also|more|live|now)|in\s+pictures
    more\s+(?:on|from|about|in|stories|news|coverage|to\s+read|like\s+this|top\s+stories)\b[^:.!?]{0,40}
    related(?:\s+(?:stor(?:y|ies)|articles?|content|news|topics|posts?|links?|reading|videos?))?
    related\s+coverage(?:\s+(?:of|on|from)\b[^:.!?]{0,50})?
    recommended(?:\s+(?:for\s+you|stories|reading|articles?|videos?))?|don[’']?t\s+miss|must[\s-]reads?
    you\s+(?:may|might)(?:\s+also)?\s+(?:like|enjoy|be\s+interested\s+in)(?:\s+th(?:is|ese)(?:\s+\w+)?)?
    in\s+case\s+you\s+missed(?:\s+it)?
    further\s+reading|editor[’']?s?[’']?\s+picks?|top\s+stories|latest(?:\s+(?:news|stories|on|from))?
    (?:our|full|complete|more)\s+coverage(?:\s+of)?[^:.!?]{0,50}|what\s+to\s+read\s+next|up\s+next|explore\s+more
    keep\s+reading|trending(?:\s+(?:now|stories))?|most\s+(?:read|popular|viewed|shared|commented)
    popular\s+(?:now|stories|articles|posts)|more\s+\w+
    mehr\s+zum\s+thema|lesen\s+sie\s+(?:auch|hier|mehr|dazu)|siehe\s+auch|auch\s+interessant|zum\s+thema|meistgelesen
    weitere\s+(?:artikel|beiträge|themen|nachrichten|meldungen|news|stories|videos)\b[^:.!?]{0,40}
    (?:noch\s+)?(?:mehr|weitere)\s+(?:infos|informationen|lesestoff|hintergründe)\b[^:.!?]{0,40}
    das\s+(?:thema\s+)?könnte\s+(?:sie|dich|euch)\s+(?:auch|ebenfalls)?\s*interessieren|passend\s+(?:dazu|zum\s+thema)
    lesen\s+sie\s+auch\s+(?:die\s+|diese\s+)?folgenden?\b[^:.!?]{0,30}|(?:auch|dazu)\s+lesen|lies\s+auch|lest\s+auch
    verwandte\s+(?:artikel|themen)|mehr\s+(?:aus|von|über)\b[^:.!?]{0,30}
    lire\s+(?:aussi|également|la\s+suite)|à\s+lire(?:\s+(?:aussi|également))?|voir\s+aussi|les\s+plus\s+lus
    sur\s+le\s+même\s+(?:sujet|thème)|nos\s+articles
    lea?\s+(?:también|además|más)|le(?:er|a)\s+(?:también|más)|(?:también\s+)?te\s+puede\s+interesar|ver\s+también
    noticias\s+relacionadas|más\s+(?:noticias|leídas|información)|(?:también\s+)?(?:le|les|os)\s+puede\s+interesar
    puedes?\s+ver|mir[ae]\s+también|te\s+recomendamos(?:\s+leer)?|contexto\s+de\s+la\s+noticia|ver\s+más
    leia\s+(?:também|mais)|veja\s+(?:também|mais)|saiba\s+mais|mais\s+lidas|notícias\s+relacionadas
    leggi\s+anche|ti\s+potrebbe\s+interessare|articoli\s+correlati|approfondisci|i\s+più\s+letti
    lees\s+(?:ook|meer|verder)|meer\s+(?:over|van|nieuws)\b[^:.!?]{0,30}|gerelateerd(?:e\s+artikelen)?|aanbevolen
    läs\s+(?:också|även|mer)|les\s+(?:også|mer)|læs\s+(?:også|mere)|lue\s+(?:myös|lisää)
    czytaj\s+(?:też|także|więcej|również)|zobacz\s+(?:też|także|również)|przeczytaj\s+(?:też|także)|polecamy
    читайте\s+(?:также|ещё)|читать\s+также|смотрите\s+также|по\s+теме|читайте\s+також|дивіться\s+також
    ayrıca\s+oku(?:yun)?|ilgili\s+haberler|bunlar\s+da\s+ilginizi|اقرأ\s+(?:أيضا|أيضًا|المزيد)|موضوعات\s+ذات\s+صلة
    関連記事|関連ニュース|おすすめ|相关(?:新闻|阅读|文章)|延伸阅读|推荐阅读|相關新聞|延伸閱讀|관련\s?기사|추천\s?기사
""")
_LINE = re.compile(
    rf"^(?P<group>(?:{_LEAD}))\s*(?:[:：|»›>→-]|\.{{3}}|…)\s*(?P<title>\S.{{5,}})$", re.IGNORECASE
)
_POINTS = re.compile(r"[:：|»›>→…-]|\.{3}")
_HEAD = Whole((True, _LEAD), end=r"\s*(?:[:：»›>→]|\.{3}|…)?")
_TOPIC = re.compile(r"(?P<topic>[^\s:：][^:：.!?]{2,80})[:：]\s+(?P<rest>\S.*)")
LINE_WORDS, HEAD_WORDS, TOPIC_WORDS = 35, 10, 10
"""The longest pointer line, box heading and topic: longer ones are sentences that open alike."""


@lru_cache(maxsize=sentence.REMEMBERED)
def line(text: str) -> tuple[str, str] | None:
    """(group, title) of a line that points to one other story ("Also Read: …"); None otherwise."""
    possible = _POINTS.search(text) and sentence.words(text) <= LINE_WORDS
    found = _LINE.match(text) if possible else None
    return (found["group"], found["title"].strip()) if found else None


def heads_box(text: str) -> bool:
    """Whether a short line is the heading of a box of other stories."""
    return sentence.words(text) <= HEAD_WORDS and _HEAD.kind(text.strip()) is not None


def topic(item: str) -> str | None:
    """The topic of a coverage box's item ("Amassing Troops: The Russian military …"); None without one."""
    found = _TOPIC.match(item)
    return found["topic"].strip() if found and sentence.words(found["topic"]) <= TOPIC_WORDS else None
