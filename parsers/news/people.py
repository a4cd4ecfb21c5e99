"""The people that a line of a byline names, without their jobs, places, agencies and degrees.

    Jane Doe and John Roe, Nairobi          Jane Doe Chief Arts Writer          JANE DOE, JOHN ROE and ANN LEE
    Jane Doe USA NOW                        Jane Doe For Dailypost.Com          Jane Doe John Roe Ann Lee

Names, jobs and papers all begin with capitals. What tells them apart is a list of given names, the words that jobs
are made of, and where a comma or an "and" stands.
"""

import re
from itertools import pairwise

from parsers import date_labels
from parsers.news import name
from parsers.news.phrases import within, word_set

# What follows the names: a separator, then a place, an agency, a job, a date or an address.
TAIL = re.compile(
    r"\s*(?:[|·•–—]|,\s|\s-\s|\(|\bfor\b|\bin\b|\bat\b|\bfür\b|\bpour\b|\bfrom\b|\baus\b|\bcontributed\b|@|\bon\b"
    r"|\b(?:updated|published|posted|aktualisiert|mis à jour)\b)",
    re.IGNORECASE,
)
CONTACT = re.compile(r"\S+@\S+\.\w+|@\w+|https?://\S+", re.IGNORECASE)
# "(now)", "(earlier)", "(in Paris)": where or when each of several authors wrote.
ASIDE = re.compile(r"\s*\([^()]{1,30}\)")
# "Jane Doe as told to John Roe": the second wrote it.
TOLD_TO = re.compile(r"(?i)^.{3,60}?,? \(?as told to ")
# What authors are called beside their names.
_JOB = within(r"""
    \b(?:reporter|editor|writer|correspondent|journalist|columnist|contributor|producer|photographer|presenter)\b
    \b(?:redakteur|journalist|korrespondent|reporter|autor|volontär)(?:in)?\b
    \b(?:journaliste|rédact(?:eur|rice)|correspondante?|periodista|redactora?|corresponsal|giornalista|inviat[oa])\b
    \b(?:jornalista|repórter|verslaggever|redacteur|journalist|toimittaja|dziennikar(?:z|ka))\b
    \b\w+(?:redakteur|korrespondent|reporter)(?:in)?\b|\b(?:director|critic|analyst|host|anchor|staff|blogger)\b
    \b(?:officer|professor|founder|publisher)\b|\b(?:редактор|корреспондент|журналист|обозреватель|колумнист)(?:ка)?\b
    \b(?:кореспондент|журналіст|оглядач)(?:ка)?\b|\b(?:redaktor|redaktör|redaktør|muhabir|muhabiri|editör)\b
""")
_JOB_LAST = re.compile(
    r"\b(?:reporter|editor|writer|correspondent|columnist|contributor|director|analyst|publisher|critic|producer"
    r"|redakteur(?:in)?|journalist(?:in)?|journaliste|periodista|giornalista|jornalista|redaktør|redaktör|toimittaja"
    r"|корреспондент|журналист|обозреватель|кореспондент|журналіст)$",
    re.IGNORECASE,
)
# Words; the longest names of papers that stand behind their reporters' names have four.
LONGEST_PAPER = 5
# Words in front of jobs that have the shape of names.
_OF_JOBS = within(r"""
    \b(?:chief|senior|deputy|assistant|associate|contributing|managing|executive|political|special|freelance|guest)\b
""")
# What papers call their sections, where it cannot be a surname.
_SECTIONS = word_set("""
    news politics business technology tech opinion culture entertainment lifestyle health science travel finance
    economy education music features cybersecurity video politik wirtschaft kultur wissenschaft panorama actualité
    politique économie deportes política economía cultura attualità sociedad esportes nieuws nyheter
""")
_INNER_CAPITAL = re.compile(r"(?<=[a-zß-ÿ]{2})(?=[A-Z])")
# What a capital follows inside one surname.
_PREFIXES = frozenset({"Mac", "Fitz", "Van", "Von", "Del", "Della", "Der", "Des", "Dal"})
# Little words that a date or a place behind the names leaves over.
_LOOSE_END = re.compile(r"(?:\s+[a-zà-ÿ]{1,3})+$")
DEGREES = re.compile(
    r"(?:,?\s+(?:Ph\.? ?D\.?|M\.?D\.?|M\.?[SA]\.?|J\.?D\.?|R\.?N\.?|MBA|MPH|RDN?|LD|DVM"
    r"|CFP®?|CFA|CPA|CEPF®?|CLC|Esq\.?))+(?=,|$)"
)


def named(text: str, *, marked: bool) -> tuple[str, ...]:
    """The people whom a line names first; () when it opens with none.

    `marked` says that a byline's word stands before them. Else the line must hold nothing but the bearers of known
    given names and what is said about them.
    """
    if not marked and not name.holds_given(text) and not _JOB_LAST.search(text):
        return ()
    text = _opened(text)
    text = DEGREES.sub("", ASIDE.sub("", CONTACT.sub("", text)).strip(" ,·|•–—-"))
    text = _LOOSE_END.sub("", text).strip(" ,;")
    found: list[str] = []
    parts = name.listed(text)
    for i, part in enumerate(parts):
        people = _people(part, marked=marked) if not (found and name.is_place(part)) else ()
        if i == 0 and len(parts) == 2 and "&" in text and is_job(parts[1]):
            return _before_job(text, marked=marked)  # "Jane Roe Arts & TV Reporter": a job cut in two
        if not people or (found and _is_no_name(people[0], found, "," in text and len(parts) == 2)):
            break
        found += people
    if not marked and not any(map(name.has_known_given, found)) and not _JOB_LAST.search(text):
        return ()
    found = [_without_section(one) for one in found if not all(map(date_labels.is_wrapping, one.split()))]
    if not marked and len(found) == 1 and name.has_common_word(" ".join(found[0].split()[2:4])) and not is_job(text):
        return ()  # "Jane Roe Reveals New Garden" is a headline
    return tuple(one.title() if one.isupper() else one for one in found)


def _without_section(person: str) -> str:
    """A name without the section that follows it in the same line ("Jane Roe Technology")."""
    tokens = person.split()
    return " ".join(tokens[:-1]) if len(tokens) > 2 and tokens[-1].lower() in _SECTIONS else person


def _opened(text: str) -> str:
    """The line with a bar where copying glued a job or a paper to a name ("Jane RoeSenior Editor", "RoeBBC News").

    A capital inside a surname is a seam where several capitals or a common word begin, and in a line that tells a
    job; McRoe, MacRoe and DeRoe are names.
    """
    if not _INNER_CAPITAL.search(text):
        return text
    first, *others = text.split()
    job = is_job(text)
    parted = (_INNER_CAPITAL.sub(" | ", word) if _is_glued(word, job=job) else word for word in others)
    return " ".join([first, *parted])


def _is_glued(word: str, *, job: bool) -> bool:
    front, *rest = _INNER_CAPITAL.split(word)
    if not rest or front in _PREFIXES:
        return False
    behind = rest[0].rstrip(".,;:")
    return job or (len(behind) > 2 and (behind[:2].isupper() or is_job(behind) or name.has_common_word(behind)))


def is_job(text: str) -> bool:
    """Whether a line tells what somebody is ("NFL Analyst", "Senior Research Fellow")."""
    return (_JOB.search(text) or _OF_JOBS.search(text)) is not None


def _people(part: str, *, marked: bool) -> tuple[str, ...]:
    """The names in one part of a list: one, perhaps with a job or a place behind it, or several that nothing parts."""
    if several := _run_of_names(part):
        return several
    if paper := _before_capitals(part):
        return paper
    if name.is_person(part, marked=marked) and not name.is_place(part) and not is_job(part):
        return (part,)
    for cut in reversed([match.start() for match in TAIL.finditer(part)]):
        if name.is_person(head := part[:cut].strip(" ,·|"), marked=marked):
            return (head,)
    return _before_job(part, marked=marked) or _before_paper(part)


def _is_no_name(part: str, found: list[str], last_of_two: bool) -> bool:
    """Whether what follows a name in a list is no second name: a job, an agency in capitals, a paper after a comma."""
    if is_job(part) or (part.isupper() and not found[0].isupper()):
        return True
    if not name.has_known_given(part) and sum(map(name.has_common_word, part.split())) > 1:
        return True  # "Budget Travel Guides": sections
    return last_of_two and name.has_known_given(found[0]) and name.has_common_word(part)


def _run_of_names(part: str) -> tuple[str, ...]:
    """The names in "Jane Roe John Smith Ann Lee": each begins with a known given name; () where that is not so."""
    tokens = part.split()
    if not 4 <= len(tokens) <= 12 or not all(token[0].isupper() and name.is_word(token) for token in tokens):
        return ()
    starts = [i for i, token in enumerate(tokens) if name.has_known_given(token)]
    starts = [i for i in starts if i == 0 or (i - 1 not in starts and i >= 2)]
    if len(starts) < 2 or starts[0] != 0:
        return ()
    spans = list(pairwise([*starts, len(tokens)]))
    if not all(2 <= end - start <= 3 for start, end in spans):
        return ()
    return tuple(" ".join(tokens[start:end]) for start, end in spans)


def _before_job(part: str, *, marked: bool = False) -> tuple[str, ...]:
    """The name in front of a job: "Jane Roe Lifestyle Writer". Two words, or three where the second is a given name."""
    tokens = part.split()
    if len(tokens) < 3 or not _JOB.search(part):
        return ()
    middle = len(tokens[1].rstrip(".")) == 1 or name.has_known_given(tokens[1])
    count = 3 if middle and not name.has_common_word(tokens[2]) else 2
    person, job = " ".join(tokens[:count]), " ".join(tokens[count:])
    if not _JOB.search(job) or is_job(person) or not name.is_person(person):
        return ()
    known = marked or name.has_known_given(person)
    return (person,) if known or (_JOB.fullmatch(tokens[-1]) and not name.has_common_word(person)) else ()


def _before_capitals(part: str) -> tuple[str, ...]:
    """The name in front of a publication in capitals: "Jane Roe USA NOW"; a single word may be her surname."""
    tokens = part.split()
    loud = next((i for i, token in enumerate(tokens) if len(token) > 1 and token.isupper()), 0)
    if not 2 <= loud <= 3 or len(tokens) - loud < 2 or not all(map(str.isupper, tokens[loud:])):
        return ()
    person = " ".join(tokens[:loud])
    return (person,) if name.is_person(person) and name.has_known_given(person) else ()


def _before_paper(part: str) -> tuple[str, ...]:
    """The name in front of a publication: "Jane Roe Kelmouth Daily Post"."""
    tokens = part.split()
    person, paper = " ".join(tokens[:2]), " ".join(tokens[2:])
    if not name.is_desk(paper) or len(tokens) > 2 + LONGEST_PAPER or not name.is_person(person):
        return ()
    if any(token[0].islower() and token not in ("of", "the") for token in tokens[2:]):
        return ()  # a headline: "Jane Roe Reacts to Secret Service Probe"
    return (person,) if name.has_known_given(person) else ()
