"""The front matter of an exported article: YAML that other programs read without surprises.

YAML takes "no" for false, "12:30" for a number and "- x" for a list, and a page could write keys of its own. So
every text is written as a JSON string, which is also a YAML string, on one line. Key names are those of Obsidian's
web clipper, the largest convention there is, and ours beside them.
"""

import json
import re
from collections.abc import Sequence
from datetime import date

from library.tags import LATER
from parsers.article import AnnotatedArticle, Entity

_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?", re.ASCII)
_LANGUAGE = re.compile(r"(?!(?:no|on|off|yes|true|false|null|y|n)$)[a-z]{2,8}(-[A-Za-z0-9]{1,8})*", re.ASCII)
"""What YAML 1.1 cannot take for anything but a word: Norwegian ("no") needs its quotes."""
_ALWAYS = ("clippings", "news")
_GROUPS = {"person": ("PERSON",), "org": ("ORG",), "place": ("GPE", "LOC", "FAC")}


def front_matter(annotated: AnnotatedArticle, exported_on: date, tags: Sequence[str] = ()) -> str:
    """From `---` to `---`, with the newline behind it. What the page does not say has no key.

    `tags` are the reader's, beside those that every article has.
    """
    article = annotated.article
    lines = ["---", f"title: {_text(article.title)}"]
    lines += [f"source: {_text(article.url)}"] if article.url else []
    lines += [f"site: {_text(article.publisher)}"] if article.publisher else []
    lines += [f"author: {_texts([author.name for author in article.authors])}"] if article.authors else []
    lines += [f"published: {_date(article.published)}"] if article.published else []
    if article.modified and article.modified != article.published:
        lines.append(f"updated: {_date(article.modified)}")
    lines.append(f"created: {exported_on.isoformat()}")
    lines += [f"description: {_text(article.dek)}"] if article.dek else []
    if article.language:
        lines.append(f"lang: {article.language if _LANGUAGE.fullmatch(article.language) else _text(article.language)}")
    own = [_text(tag) for tag in tags if tag not in (*_ALWAYS, LATER)]  # what is to be read is no subject
    lines += [f"tags: [{', '.join([*_ALWAYS, *own])}]", f"words: {article.words}", f"id: {_text(article.id)}"]
    return "\n".join([*lines, *_entities(annotated.entities), "---", ""])


def _entities(entities: Sequence[Entity]) -> list[str]:
    """People, organisations and places, each by first mention; nothing when the article names none."""
    lines = []
    for group, types in _GROUPS.items():
        names = dict.fromkeys(entity.name for entity in entities if entity.type in types)
        if names:
            lines.append(f"  {group}: {_texts(list(names))}")
    return ["entities:", *lines] if lines else []


def _text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _texts(texts: Sequence[str]) -> str:
    return json.dumps(texts, ensure_ascii=False)


def _date(text: str) -> str:
    return text if _DATE.fullmatch(text) else _text(text)
