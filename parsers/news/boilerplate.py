"""The furniture of news pages, told by its words: appeals, sharing, navigation, law, comments.

Words decide only for short pieces, and a piece of prose only by whole phrases that no reporter writes: broad lists
of noise words cost more story than they save (measured on the peers).
"""

import re

from parsers.article import Role
from parsers.news import sentence


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(r"(?i)(?:" + "|".join(phrases) + ")")


# A whole short line that is furniture. Anchored at both ends: these words also occur in headlines.
_WHOLE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.SOCIAL, _any(
        r"^(?:follow|find|join|like) (?:us|me)\b.{0,40}$", r"^(?:share|tweet|e-?mail|print|pin|facebook|twitter|x|whatsapp|telegram|linkedin|"
        r"instagram|youtube|reddit|pinterest|threads|bluesky|tiktok|copy link|link copied!?|flipboard|messenger|viber|vk)$",
        r"^(?:share|teilen|partager|compartir|compartilhar|condividi|delen|dela|del|jaa|udostępnij|поделиться|поділитися|paylaş|شارك|シェア|分享|공유)"
        r"(?: (?:this|on|via|auf|sur|en|no|su|op|på)\b.{0,40}|\s*[:：]?)$",
        r"^\d+ (?:shares?|likes?|views?)$", r"^(?:listen|anhören|écouter|escuchar|ascolta|luister|lyt|lyssna|gift(?: this)? article|save|saved|bookmark|merken|drucken|listen to (?:this )?article|listen \d.{0,12})$",
    )),
    (Role.COMMENT, _any(
        r"^(?:\d+ )?(?:comments?|kommentare?|commentaires?|comentarios?|comentários?|commenti|reacties|kommentarer|komentarze|комментари[ий]|коментар[іи]|yorumlar)(?: \(?\d+\)?)?[:：]?$",
        r"^(?:leave|post|add|write|view|show|read|join|see)\b.{0,20}\b(?:comments?|reply|replies|conversation|discussion)\b.{0,15}$", r"^reply$",
    )),
    (Role.NEWSLETTER, _any(
        r"^(?:our )?(?:e-?mail )?newsletters?[:：]?$", r"^(?:subscribe|sign[ -]?up|register|abonnieren|s[’']abonner|suscr[ií]bete|suscribirse|assine|iscriviti|abonneer|prenumerera)\b.{0,60}$",
        r"^(?:get|receive) .{0,60}\b(?:newsletter|inbox|e-?mail|alerts?)\b.{0,40}$", r"^(?:enter )?your e-?mail(?: address)?\*?$",
    )),
    (Role.ADVERT, _any(
        r"^(?:advertisements?|advertorial|ads?|adverts?|anzeigen?|werbung|publicité|publicidad|publicidade|pubblicità|advertentie|reklame|reklam|annons|mainos|реклама|"
        r"sponsored(?: content)?|paid (?:content|post)|continue reading below|story continues below(?: advertisement)?|article continues (?:below|after).{0,30}|scroll to continue.{0,30}|skip advertisement|広告|广告|廣告|광고)$",
    )),
    (Role.PAYWALL, _any(
        r"^(?:already (?:a subscriber|have an account|registered)\b.{0,40}|log ?in|sign ?in|subscribe now|subscriber[- ]only|unlock.{0,40}|for subscribers|premium|abonnés|réservé aux abonnés|"
        r"continue (?:reading|with).{0,40}|start your (?:free )?trial.{0,30}|anmelden|einloggen|se connecter|iniciar sesión|entrar|accedi)$",
    )),
    (Role.PROMO, _any(
        r"^(?:click|tap) here\b.{0,90}$", r"^(?:keep|continue|read) reading.{0,25}$", r"^(?:read|show|see|view|load) (?:more|less|all|full (?:article|story)|on|the full (?:article|story))(?:\s?(?:show|read|see) (?:more|less))?\W{0,3}$",
        r"^(?:download|get|install) (?:the|our) .{0,30}\bapp\b.{0,20}$", r"^how we (?:verify|report|work|fact-check|cover|reported)\b.{0,40}$", r"^why (?:you can )?trust\b.{0,40}$", r"^want more (?:of )?.{0,60}\?$",
        r"^(?:donate|support us|become a (?:member|supporter|subscriber)|make a (?:donation|contribution)|contribute).{0,40}$",
        r"^(?:add|make|set|choose|prefer|follow|see) .{0,30}\b(?:preferred source|google (?:news|discover))\b.{0,40}$", r"^\w+ (?:cta|ad|banner|promo|widget|embed)$", r"^(?:do you have|got) (?:a|any) .{0,40}\?$",
        r"^our (?:standards|journalism|mission)\b.{0,60}$", r"^mehr (?:lesen|anzeigen|laden|erfahren)$", r"^weiterlesen$", r"^lire (?:la suite|plus)$", r"^(?:leer|ver|ler|ver) más$", r"^leggi tutto$", r"^lees (?:meer|verder)$",
    )),
    (Role.NAVIGATION, _any(
        r"^(?:skip to .{0,30}|menu|home|search|close|open|back|next|previous|more|top|up|sections?|navigation|main menu|toggle .{0,20}|back to top|startseite|accueil|inicio|início|menü|suche|suchen|"
        r"recherche|rechercher|buscar|cerca|zoeken|sök|søk|søg|haku|szukaj|поиск|пошук|ara|go to .{0,20}|see all|view all|all topics|topics|tags?[:：]?|filed under[:：]?|themen|thèmes|temas|"
        r"latest|latest news|trending|most popular|most read|more stories|top stories|editor[’']?s picks|live tv|watch live|accessibility links|zum inhalt.{0,25}|aller au contenu.{0,15}|ir al contenido)$",
        r"^(?:\d+ ){0,1}(?:of|/) \d+$", r"^\d{1,3}$", r"^\W+$",
    )),
    (Role.LEGAL, _any(
        r"^(?:©|\(c\)|copyright\b).{0,140}$", r"^(?:all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados|tutti i diritti riservati)\b.{0,80}$",
        r"^(?:terms(?: (?:of|and) .{0,25})?|privacy(?: .{0,25})?|cookies?(?: .{0,25})?|imprint|impressum|datenschutz.{0,20}|agb|mentions légales|aviso legal|contact(?: us)?|about(?: us)?|careers|advertise.{0,20}|help|faq|site ?map|do not sell.{0,40}|manage (?:cookies|preferences|consent).{0,20}|(?:accept|reject|deny)(?: all)?(?: cookies)?)$",
    )),
)
# A sentence or more that no reporter writes, wherever it stands.
_PHRASE: tuple[tuple[Role, re.Pattern[str]], ...] = (
    (Role.NEWSLETTER, _any(
        r"\b(?:subscribe|sign[ -]up)\b.{0,60}\b(?:newsletter|round-?up|briefing|inbox|e-?mail|alerts?|updates|digest|bulletin)\b", r"\b(?:newsletter|inbox)\b.{0,60}\b(?:subscribe|sign[ -]up|deliver|sent|every (?:day|week|morning))",
        r"\bdelivered (?:straight |directly |right )?to your inbox\b", r"\b(?:abonnieren sie|melden sie sich|jetzt anmelden)\b.{0,60}\bnewsletter\b", r"\bnewsletter\b.{0,40}\b(?:abonnieren|anmelden|bestellen)\b",
        r"\b(?:inscrivez-vous|abonnez-vous)\b.{0,60}\b(?:newsletter|infolettre)\b", r"\bsuscr[ií]bete\b.{0,60}\b(?:newsletter|bolet[ií]n)\b", r"\biscriviti\b.{0,40}\bnewsletter\b",
        r"\bby (?:signing up|subscribing|submitting|clicking)\b.{0,80}\b(?:agree|accept|consent|acknowledge)\b",
    )),
    (Role.PAYWALL, _any(
        r"\bto (?:continue|keep) reading\b.{0,60}\b(?:subscribe|register|log in|sign in|trial)\b", r"\b(?:subscribe|log in|sign in|register)\b.{0,40}\bto (?:continue|keep|read|unlock|access)\b",
        r"\bthis (?:article|content|story) is (?:reserved|only available|available only|exclusively|for) .{0,30}\bsubscribers\b", r"\b(?:cet article est réservé|la suite est réservée)\b", r"\bdieser (?:artikel|inhalt) ist .{0,30}\babonn",
    )),
    (Role.LEGAL, _any(
        r"\b(?:we|our (?:website|site|partners)|this (?:website|site)) .{0,30}\b(?:use|uses|store|process)\b.{0,20}\b(?:cookies|personal data)\b", r"\ball rights reserved\b", r"\bmay not be (?:published|reproduced)\b.{0,60}\b(?:broadcast|rewritten|redistributed|permission)\b",
        r"\bregistered (?:office|charity|company)\b.{0,40}\b(?:number|no\.?|england)\b", r"\bprotected by recaptcha\b",
    )),
    (Role.PROMO, _any(
        r"^(?:click|tap) here to\b", r"\bdownload (?:the|our)\b.{0,40}\bapp\b", r"\b(?:support|fund|help) (?:our|independent|quality) journalism\b", r"\bmake us a preferred source\b", r"\bcontact (?:us|me|the (?:author|reporter|writer)) (?:at|via|on)\b.{0,60}@",
        r"\b(?:listen to|subscribe to|follow) .{0,50}\b(?:on|via|wherever) .{0,30}\b(?:podcasts?|spotify|apple)\b", r"\bfollow (?:us|me|him|her|them|@\w+) on (?:twitter|x|facebook|instagram|linkedin|tiktok|bluesky|threads|social)\b", r"\bjoin (?:our|the) .{0,30}\b(?:whatsapp|telegram) (?:channel|group)\b",
    )),
    (Role.COMMENT, _any(r"\b(?:you must be|please) (?:logged|log|sign(?:ed)?)[ -]?in to (?:post|leave|comment|reply)\b", r"\bcomments (?:are|have been) (?:closed|disabled|turned off)\b")),
    (Role.CORRECTION, _any(r"^(?:corrections?|clarification|editor[’']s note|erratum|korrektur|rectificatif|fe de errores|errata corrige|an earlier version of this (?:article|story|report))\b(?:[:：—–]| (?:was|mis|incorrectly|said|stated|gave))")),
)
# The vocabulary of consent: two of these words in one piece, and it is the law speaking, not a reporter.
_CONSENT = re.compile(
    r"(?i)\b(?:cookies?|opt[- ]?out|personal (?:information|data)|privacy (?:policy|notice|statement|settings)|consent|"
    r"terms of (?:use|service)|our (?:website|site|partners|services)|your (?:browser|device|choices|preferences)|targeted advertis\w+|"
    r"datenschutz\w*|einwilligung\w*|personenbezogene\w*|données personnelles|consentement|datos personales|consentimiento|"
    r"dati personali|consenso|persoonsgegevens|toestemming|samtycke|personuppgifter)\b"
)
_FILE_NAME = re.compile(r"(?i)^(?!.*\s{1}\S+\s)[\w%()+.]*[-_\w%().]*\.(?:jpe?g|png|gif|webp|svg|avif)$")
_FILE_STEM = re.compile(r"(?i)^(?=.*\d)(?=.*[-_])[\w]+(?:[-_][\w.]+)+$|^(?:img|dsc|image|screenshot|photo)[-_ ]?\d+\S*$|^\w+(?:[-_]\w+)*[-_](?:scaled|crop(?:ped)?|large|small|thumb(?:nail)?|hero|banner|\d+x\d+)$")


def furniture(text: str) -> Role | None:
    """The role of a piece that its own words give away as furniture; None when they do not."""
    if is_file_name(text):
        return Role.IMAGE
    n = sentence.words(text)
    if n <= 14:
        bare = text.strip(" \t»›>→▸▼▾+|·•:-–—[]")
        for role, shape in _WHOLE:
            if shape.search(bare or text):
                return role
    if n <= 80:
        for role, shape in _PHRASE:
            if shape.search(text):
                return role
    if len(_CONSENT.findall(text)) >= 2 + n // 60:
        return Role.LEGAL
    return None


def is_file_name(text: str) -> bool:
    """Whether it is the name of a picture's file, as dumps print for pictures without a description."""
    return " " not in text and len(text) <= 120 and bool(_FILE_NAME.match(text) or _FILE_STEM.match(text))
