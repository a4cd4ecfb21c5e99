"""The furniture of news pages, told by its words: appeals, sharing, navigation, law, comments.

Words decide only for short pieces, and for a piece of prose only whole phrases that no reporter writes: broad lists
of noise words cost more story than they save (measured on the peers). The languages are those that most news on the
benchmark's pages is written in.
"""

import re

from parsers.article import Role
from parsers.news import sentence
from parsers.news.phrases import Search, Whole, openings, whole, within

# Whole short lines that are furniture. Both ends count: these words also occur in headlines.
_WHOLE = Whole(
    (Role.SOCIAL, r"""
        (?:follow|find|join|like) (?:us|me)\b.{0,40}
        share|tweet|e-?mail|print|pin|facebook|twitter|x|whatsapp|telegram|linkedin|instagram|youtube|reddit
        pinterest|threads|bluesky|tiktok|copy link|link copied!?|flipboard|messenger|viber|vk
        (?:share|teilen|partager|compartir|compartilhar|condividi|delen|dela|udostępnij)\s*[:：]?
        (?:share|teilen|partager|compartir|condividi|delen|dela) (?:this|on|via|auf|sur|en|no|su|op|på)\b.{0,40}
        jaa|поделиться|поділитися|paylaş|شارك|シェア|分享|공유
        \d+ (?:shares?|likes?|views?)
        (?:a post shared|ein beitrag geteilt|une publication partagée|una publicación compartida)\b.{0,60}
        view (?:this|on|the)\b.{0,30}\b(?:instagram|twitter|x|facebook|tiktok|youtube)
        (?:listen|gift)(?: to)?(?: this)?(?: article)?(?: \d.{0,12})?
        anhören|écouter|escuchar|ascolta|luister|lyt|lyssna|saved?|bookmark|merken|drucken
    """),
    (Role.COMMENT, r"""
        (?:\d+ )?(?:comments?|kommentare?|commentaires?|coment[aá]rios?|commenti|reacties)(?: \(?\d+\)?)?[:：]?
        (?:\d+ )?(?:kommentarer|komentarze|комментари[ий]|коментар[іи]|yorumlar)(?: \(?\d+\)?)?[:：]?
        (?:leave|post|add|write|view|show|read|join|see)\b.{0,20}\b(?:comments?|reply|replies|conversation).{0,15}
        reply
    """),
    (Role.NEWSLETTER, r"""
        (?:our )?(?:e-?mail )?newsletters?[:：]?
        (?:subscribe|sign[ -]?up|register|abonnieren|s[’']abonner|suscr[ií]bete|suscribirse|assine)\b.{0,60}
        (?:iscriviti|abonneer|prenumerera)\b.{0,60}
        (?:get|receive) .{0,60}\b(?:newsletter|inbox|e-?mail|alerts?)\b.{0,40}
        (?:enter )?your e-?mail(?: address)?\*?
    """),
    (Role.ADVERT, r"""
        advertisements?|advertorial|ads?|adverts?|anzeigen?|werbung|publicité|publicidad|publicidade|pubblicità
        advertentie|reklame|reklam|annons|mainos|реклама|広告|广告|廣告|광고
        (?:advertisement|anzeige|werbung|publicidad|publicité|pubblicità) ?[-–—:|(].{0,40}
        sponsored(?: content)?|paid (?:content|post)|skip advertisement|continue reading below
        (?:story|article) continues (?:below|after).{0,30}|scroll to continue.{0,30}
    """),
    (Role.PAYWALL, r"""
        already (?:a subscriber|have an account|registered)\b.{0,40}
        log ?in|sign ?in|subscribe now|subscriber[- ]only|unlock.{0,40}|for subscribers|premium
        abonnés|réservé aux abonnés|continue (?:reading|with).{0,40}|start your (?:free )?trial.{0,30}
        anmelden|einloggen|se connecter|iniciar sesión|entrar|accedi
    """),
    (Role.PROMO, r"""
        (?:click|tap) here\b.{0,90}
        (?:keep|continue|read) reading.{0,25}
        (?:read|show|see|view|load) (?:more|less|all|full (?:article|story)|on|the full (?:article|story))\b.{0,12}
        (?:download|get|install) (?:the|our) .{0,30}\bapp\b.{0,20}
        how we (?:verify|report|work|fact-check|cover|reported)\b.{0,40}|why (?:you can )?trust\b.{0,40}
        was this (?:page|article|answer|information) helpful\??
        want more (?:of )?.{0,60}\?|(?:do you have|got) (?:a|any) .{0,40}\?
        (?:donate|support us|become a (?:member|supporter|subscriber)|make a (?:donation|contribution)).{0,40}
        (?:add|make|set|choose|prefer|follow|see) .{0,30}\b(?:preferred source|google (?:news|discover))\b.{0,40}
        \w+ (?:cta|ad|banner|promo|widget|embed)
        our (?:standards|journalism|mission)\b.{0,60}
        mehr (?:lesen|anzeigen|laden|erfahren)|weiterlesen|(?:\.{3} ?)?weiter zu\b.{0,40}|alle angaben ohne gewähr\.?
        (?:diese[sn]?|den|das|als) .{0,30}\b(?:pdf|e-?book)\b.{0,20}\b(?:herunterladen|downloaden|öffnen)
        lire (?:la suite|plus)|(?:leer|ver|ler) m[aá]i?s
        leggi tutto|lees (?:meer|verder)
    """),
    (Role.NAVIGATION, r"""
        skip to .{0,30}|menu|home|search|close|open|back|next|previous|more|top|up|sections?|navigation|main menu
        toggle .{0,20}|back to top|startseite|accueil|inicio|início|menü|suche|suchen|recherche|rechercher|buscar
        cerca|zoeken|sök|søk|søg|haku|szukaj|поиск|пошук|ara|go to .{0,20}|see all|view all|all topics
        topics|tags?[:：]?|filed under[:：]?|themen|thèmes|temas|latest|latest news|trending|most popular|most read
        more stories|top stories|editor[’']s picks|live tv|watch live|accessibility links
        zum inhalt.{0,25}|aller au contenu.{0,15}|ir al contenido
        (?:\d+ )?(?:of|/) \d+|\d{1,3}|[\W_]+|\(?(?:button|submit|image)\)?
    """),
    (Role.LEGAL, r"""
        (?:©|\(c\)|copyright\b).{0,140}
        all rights reserved\b.{0,80}|alle rechte vorbehalten\b.{0,80}|tous droits réservés\b.{0,80}
        todos los derechos reservados\b.{0,80}|todos os direitos reservados\b.{0,80}|tutti i diritti riservati\b.{0,80}
        terms(?: (?:of|and) .{0,25})?|privacy(?: .{0,25})?|cookies?(?: .{0,25})?|imprint
        impressum|agb|datenschutz.{0,20}
        mentions légales|aviso legal|contact(?: us)?|about(?: us)?|careers|advertise.{0,20}|help|faq|site ?map
        (?:empfohlener )?extern\w* inhalte?(?: (?:anzeigen|laden|immer anzeigen))?|ein klick für den datenschutz
        do not sell.{0,40}|manage (?:cookies|preferences|consent).{0,20}|(?:accept|reject|deny)(?: all)?(?: cookies)?
    """),
)
# Sentences that no reporter writes, wherever they stand.
_PHRASES = Search(
    (Role.NEWSLETTER, r"""
        \b(?:subscribe|sign[ -]up)\b.{0,60}\b(?:newsletter|round-?up|briefing|inbox|e-?mail)\b
        \b(?:subscribe|sign[ -]up)\b.{0,60}\b(?:alerts?|updates|digest|bulletin)\b
        \b(?:newsletter|inbox)\b.{0,60}\b(?:subscribe|sign[ -]up|deliver|sent|every (?:day|week|morning))
        \b(?:in|to) your inbox\b|\bin ihr(?:em)? postfach\b|\bdans votre boîte\b|\ben (?:tu|su) (?:correo|bandeja)\b
        \b(?:abonnieren sie|melden sie sich|jetzt anmelden)\b.{0,60}\bnewsletter\b
        \bnewsletter\b.{0,40}\b(?:abonnieren|anmelden|bestellen)\b
        \b(?:inscrivez-vous|abonnez-vous)\b.{0,60}\b(?:newsletter|infolettre)\b
        \bsuscr[ií]bete\b.{0,60}\b(?:newsletter|bolet[ií]n)\b|\biscriviti\b.{0,40}\bnewsletter\b
        \bsign up here\b
        \bby (?:signing up|subscribing|submitting|clicking)\b.{0,80}\b(?:agree|accept|consent|acknowledge)\b
    """),
    (Role.PAYWALL, r"""
        \bto (?:continue|keep) reading\b.{0,60}\b(?:subscribe|register|log in|sign in|trial)\b
        \b(?:subscribe|log in|sign in|register)\b.{0,40}\bto (?:continue|keep|read|unlock|access)\b
        \bthis (?:article|content|story) is (?:reserved|only|available only|exclusively|for) .{0,40}\bsubscribers\b
        \b(?:cet article est réservé|la suite est réservée)\b|\bdieser (?:artikel|inhalt) ist .{0,30}\babonn
    """),
    (Role.LEGAL, r"""
        \b(?:we|our (?:website|site|partners)|this (?:web)?site) .{0,30}\b(?:uses?|store|process)\b.{0,20}\bcookies\b
        \ball rights reserved\b
        \bmay not be (?:re)?(?:published|produced|written|distributed|used)\b.{0,60}\b(?:redistributed|permission)\b
        \b(?:opinions?|views?)\b.{0,40} expressed\b.{0,80}\b(?:necessarily|their own|his own|her own|not reflect)\b
        \bregistered (?:office|charity|company)\b.{0,40}\b(?:number|no\.?|england)\b|\bprotected by recaptcha\b
    """),
    # Disclosures of who is paid for what the story recommends.
    (Role.ADVERT, r"""
        \b(?:may|might|will) (?:also )?(?:earn|receive|get|make|collect)\b.{0,40}\bcommissions?\b
        \b(?:links?|purchas\w+|buy)\b.{0,100}\b(?:earn|receive|get|make|collect)s?\b.{0,40}\bcommissions?\b
        \bcontains? .{0,20}\baffiliate links\b|\baffiliate-links\b
    """),
    (Role.PROMO, r"""
        ^(?:click|tap) here to\b|\bdownload (?:the|our)\b.{0,40}\bapp\b
        \b(?:support|fund|help) (?:our (?:newsroom|work|reporting)|(?:our|independent|quality) journalism)\b
        \b(?:contribut\w+|giving|donat\w+) .{0,20}\bas little as\b|\bkeep (?:news|our journalism) free\b
        \bbecome a (?:member|subscriber|supporter) (?:today|now)\b
        \bmake us a preferred source\b
        \bwe (?:may|might) (?:also )?(?:earn|receive|get|collect)\b.{0,60}\bcompensation\b
        ^(?:all )?(?:products?|items?|reviews?)\b.{0,60}\bindependently (?:chosen|selected|reviewed|tested|picked)\b
        ^this (?:article|story) is (?:more than|over) .{1,20} old\b
        \bif everyone who reads\b|\b(?:readers|supporters) like you\b|\bfrom as little as\b|\bchip in\b.{0,40}\btoday\b
        \byour (?:donation|contribution|gift|support)\b.{0,60}\b(?:helps?|keeps?|makes?|funds?|allows?|enables?)\b
        \bour (?:reporters|journalists|journalism|newsroom)\b.{0,80}\b(?:paywalls?|owners?|shareholders|advertisers)\b
        \bcontact (?:us|me|the (?:author|reporter|writer)) (?:at|via|on)\b.{0,60}@
        \blet us know (?:what you think )?in the comments\b|\bshare this (?:article|story|post)\b
        \b(?:listen to|subscribe to|follow) .{0,50}\b(?:on|via|wherever) .{0,30}\b(?:podcasts?|spotify|apple)\b
        ^follow\b.{0,50}\bon (?:twitter|x|facebook|instagram|linkedin|tiktok|bluesky|threads|youtube)\b
        \bfollow (?:us|me|him|her|them|@\w+) on (?:twitter|x|facebook|instagram|linkedin|tiktok|bluesky|threads)\b
        \bjoin (?:our|the) .{0,30}\b(?:whatsapp|telegram) (?:channel|group)\b|\b(?:book|buy|get) your tickets?\b
        ^(?:subscribe|follow|abonnez-vous|suscr[ií]bete|folgen sie)\b.{0,60}\btelegram\b
        ^(?:подписывайтесь|подписаться|підписуйтесь) (?:на|в)\b
        \b(?:e-?mail|write(?: to)?) us at \S+@|\breach out and say hello\b|\bgot a (?:news )?tip\b
        \bif you have (?:a|any) (?:news )?(?:tips?|story ideas?)\b.{0,80}\b(?:e-?mail|contact|send|let us|reach|write)\b
        \bjoin (?:our|the|us on our) (?:\w+ ){0,3}(?:forums?|discord|subreddit|community chat)\b
        \bwe believe (?:that )?everyone (?:needs|deserves)\b.{0,60}\bjournalism\b|\bhelp keep (?:news|\w+) free\b
        ^(?:do you (?:want|have)|have you got|want|curious)\b.{0,80}\?.{0,40}\b(?:e-?mail|contact|write(?: to)?) us\b
        ^hat (?:ihnen|dir) (?:der|dieser) (?:artikel|beitrag|text) gefallen\b|\bunterstützen sie (?:uns|unsere arbeit)\b
        \b(?:lesen|finden) sie (?:jederzeit |alle \w+ )?in unserem (?:live-?)?(?:blog|ticker)\b|\blesen sie hier\.?$
        \bwir freuen uns (?:über|auf) (?:eine |ihre )?(?:e-?)?(?:mail|zuschrift|hinweise)\b
        ^vous avez aimé cet article\b|\bsoutenez(?:-nous| notre (?:rédaction|travail|journal))\b
        ^(?:si te ha gustado|¿te ha gustado) este artículo\b|\bap[oó]yanos\b|\bsostieni il (?:giornale|nostro lavoro)\b
    """),
    (Role.COMMENT, r"""
        \b(?:you must be|please) (?:logged|log|sign(?:ed)?)[ -]?in to (?:post|leave|comment|reply)\b
        \bto (?:view|see|read|load) the comments\b|\bcomments powered by\b
        \bcomments (?:are|have been) (?:closed|disabled|turned off)\b
    """),
    # "— Jane Doe (@janedoe) July 18, 2026": the end of an embedded post.
    (Role.SOCIAL, r"""
        \(@\w{1,20}\) \d{0,2}\.? ?\w{3,9}\.? \d{1,2},? ?(?:\d{4})?$
    """),
    (Role.CORRECTION, r"""
        ^(?:corrections?|clarification|editor[’']s note|erratum|korrektur|rectificatif|fe de errores)[:：—–]
        ^an earlier version of this (?:article|story|report) (?:mis|incorrectly|said|stated|gave)
    """),
)
# The vocabulary of consent: two of these words in one piece, and it is the law speaking, not a reporter.
_CONSENT_PHRASES = r"""
    \b(?:cookies?|opt[- ]?out|personal (?:information|data)|privacy (?:policy|notice|statement|settings)|consent)\b
    \b(?:terms of (?:use|service)|our (?:website|site|partners|services)|targeted advertis\w+)\b
    \byour (?:browser|device|choices|preferences)\b
    \bextern\w* inhalt\w*\b|\bdatenübermittlung\b|\bcontenus? (?:externe|tiers)\b|\bcontenido externo\b
    \bcontenut[oi] estern[oi]\b|\bexterne (?:inhoud|content)\b
    \b(?:datenschutz\w*|einwilligung\w*|personenbezogene\w*|données personnelles|consentement|datos personales)\b
    \b(?:consentimiento|dati personali|consenso|persoonsgegevens|toestemming|samtycke|personuppgifter)\b
"""
_CONSENT = within(_CONSENT_PHRASES)
_MAYBE_CONSENT = Search((Role.LEGAL, _CONSENT_PHRASES))
CONSENT_WORDS = 60
"""So many words of prose may hold one more of them: long stories about privacy are stories."""
LINE_WORDS, PROSE_WORDS = 14, 80
"""Up to how many words a piece is judged as a whole line, and as prose."""

_PICTURE_WORD = whole("""
    thumbnail|image|images|photo|picture|pic|img|bild|foto|logo|placeholder|main image|article image|hero image
    lead image|featured image|header image|video|video thumbnail|image without a caption|no alt text
""")
_NUMBERS = re.compile(r"[\d./-]+")  # a date, a telephone number
_FILE_NAME = re.compile(r"[\w%()+.-]*\.(?:jpe?g|png|gif|webp|svg|avif)$", re.IGNORECASE)
# Possessive, because "_" is a letter to \w: a long word full of it could be cut in as many ways as there are subsets.
_FILE_STEM = re.compile(
    r"(?=.*\d)(?:\w++-|\w[^\W_]*+_)[\w.]++(?:-[\w.]++)*+$|(?:img|dsc|image|screenshot|photo)[-_ ]?\d+\S*$"
    r"|(?=.*[^-][-_](?:scaled|crop(?:ped)?|large|small|thumb(?:nail)?|hero|banner|\d+x\d+)$)\w++(?:-\w++)*+$",
    re.IGNORECASE,
)


# "— Jane Doe (@janedoe) July 18, 2026", "— Jane Doe (@janedoe)": who posted what stands above.
_SIGNED_POST = re.compile(r"[—–-] ?.{1,60}\(@\w{1,20}\)")


def signs_post(text: str) -> bool:
    """Whether a line names the author of an embedded post, as dumps print it below the post."""
    return "(@" in text and _SIGNED_POST.match(text) is not None


def furniture(text: str) -> Role | None:
    """The role of a piece that its own words give away as furniture; None when they do not."""
    if is_file_name(text):
        return Role.IMAGE
    n = sentence.words(text)
    if n <= LINE_WORDS and (role := _WHOLE.kind(text.strip(" \t»›>→▸▼▾+|·•:-–—[]") or text)):
        return role
    words = openings(text)
    if n <= PROSE_WORDS and (role := _PHRASES.first(text, words)):
        return role
    if not _MAYBE_CONSENT.possible(text, words):
        return None
    return Role.LEGAL if len(_CONSENT.findall(text)) >= 2 + n // CONSENT_WORDS else None


def says_nothing(alt: str) -> bool:
    """Whether a picture's description describes nothing: a file's name, or the word for a picture."""
    return is_file_name(alt) or _PICTURE_WORD.match(alt) is not None


def is_file_name(text: str) -> bool:
    """Whether it is the name of a picture's file, as dumps print for pictures without a description."""
    if " " in text or len(text) > 120 or _NUMBERS.fullmatch(text):
        return False
    return bool(_FILE_NAME.match(text) or _FILE_STEM.match(text))
