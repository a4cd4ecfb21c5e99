"""Bylines in Chinese, Japanese and Korean: "記者王小明／台北報導", "山田太郎 記者", "김철수 기자 kim@example.com".

Their words stand without spaces and their names without capitals, so nothing of the grammar for other scripts fits:
a reporter's title in front of a name or behind it is the only sign, and it glues itself to the name.
"""

import re

from parsers.news.phrases import word_set

# What may part two names, or a name from what follows.
_AND = r"[ 、，,·・和與与]{1,2}"
_HAN = r"[\u4e00-\u9fff]{2,4}"
_JAPANESE = r"[\u4e00-\u9fff々ヶ]{1,4}[ 　]?[\u3040-\u30ff\u4e00-\u9fff々]{1,5}"
_HANGUL = r"[\uac00-\ud7af]{2,4}"
_END = r"(?=$|[ 　/／|｜丨·•(（\[【:：,，。]|来源|來源|编辑|編輯)"
# A reporter's title, perhaps behind the paper's or the agency's name.
_REPORTER = "作者|撰文|撰稿|特约撰稿人|文(?=[ /／:：])|(?:[\u4e00-\u9fff]{1,5}[社网網报報])?[记記]者"
_CHINESE = re.compile(
    rf"(?:^|[ 　|｜丨/／(（【])(?:{_REPORTER})[ 　:：/／丨]{{0,2}}(?P<names>{_HAN}(?:{_AND}{_HAN}){{0,4}}){_END}"
)
_JAPANESE_LINE = re.compile(
    rf"^[【(（]?(?:文[=＝・:：])?(?P<names>{_JAPANESE})[ 　]?(?:記者|編集委員|論説委員|特派員)[】)）]?$"
)
_KOREAN = re.compile(
    rf"(?:^|[ =\]】)|/·])(?P<names>{_HANGUL}(?:[ ,·]{{1,2}}{_HANGUL}){{0,3}}) ?"
    r"(?:선임기자|전문기자|인턴기자|수습기자|특파원|논설위원|기자)(?=$|[ =(\[|/·:<]|입력|승인|등록)"
)
_MARKS = ("者", "文", "자", "員", "원")
# Characters; a line that says who wrote it is short in these scripts.
_LONGEST = 60
# What stands where a name would, and is none.
_NO_NAMES = word_set("本报 本報 综合 綜合 实习 社会部 編集部 编辑部 編輯部 网站 온라인 취재 뉴스")
_SEPARATORS = re.compile(r"[ 、，,·・和與与　]+")


def names(text: str) -> tuple[str, ...]:
    """The authors that a line of one of these scripts names with their title; () for any other line."""
    if len(text) > _LONGEST or text.isascii() or not any(mark in text for mark in _MARKS):
        return ()
    if found := _JAPANESE_LINE.search(text):
        return (found["names"],)
    if found := _CHINESE.search(text):
        return _listed(found["names"])
    if found := _KOREAN.search(text):
        # Behind a space stands the name, before it perhaps a place or a paper: "서울 김철수 기자".
        return _listed(found["names"].rpartition(" ")[2])
    return ()


def _listed(said: str) -> tuple[str, ...]:
    return tuple(one for one in _SEPARATORS.split(said) if one and one not in _NO_NAMES)
