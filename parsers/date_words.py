"""The words that dates are written with: months, weekdays, "published" and "updated", time zones.

Without the tables a reader of the world's press would understand English dates alone. Month names are those
of Unicode's CLDR 44 (wide, genitive and abbreviated forms); words that also mean something else in running
text ("out", "set", "ago") count only where their own language is stated.
"""

# language: twelve months, alternatives joined by "|"; a two-word name is written with an underscore.
_MONTHS = {
    "en": "january|jan february|feb march|mar april|apr may june|jun july|jul august|aug september|sept|sep"
          " october|oct november|nov december|dec",
    "de": "januar|jänner|jän februar|feber märz|mär|maerz|mrz april mai juni juli august september oktober|"
          "okt november dezember|dez",
    "fr": "janvier|janv février|févr|fevrier|fév mars avril|avr mai juin juillet|juil août|aout septembre"
          " octobre novembre décembre|déc|decembre",
    "es": "enero|ene febrero marzo abril|abr mayo junio julio agosto septiembre|setiembre octubre noviembre"
          " diciembre|dic",
    "it": "gennaio|gen febbraio|febbr marzo aprile maggio giugno|giu luglio|lug agosto settembre|sett"
          " ottobre|ott novembre dicembre",
    "pt": "janeiro fevereiro|fev março|marco abril maio junho julho agosto setembro outubro novembro"
          " dezembro",
    "nl": "januari februari maart|mrt april mei juni juli augustus september oktober november"
          " december",
    "da": "januar februar marts april maj juni juli august september oktober november december|des",
    "sv": "januari februari mars april maj juni juli augusti september oktober november december",
    "nb": "januar februar mars april mai juni juli august september oktober november desember",
    "is": "janúar febrúar mars apríl maí júní júlí ágúst september október nóvember desember",
    "fi": "tammikuuta|tammikuu helmikuuta|helmikuu maaliskuuta|maaliskuu huhtikuuta|huhtikuu"
          " toukokuuta|toukokuu kesäkuuta|kesäkuu heinäkuuta|heinäkuu elokuuta|elokuu"
          " syyskuuta|syyskuu lokakuuta|lokakuu marraskuuta|marraskuu joulukuuta|joulukuu",
    "pl": "stycznia|styczeń|sty lutego|luty marca|marzec kwietnia|kwiecień|kwi maja|maj czerwca|czerwiec|cze"
          " lipca|lipiec|lip sierpnia|sierpień|sie września|wrzesień|wrz października|październik|paź"
          " listopada|listopad|lis grudnia|grudzień|gru",
    "cs": "ledna|leden února|únor března|březen dubna|duben května|květen června|červen července|červenec"
          " srpna|srpen září října|říjen listopadu prosince|prosinec",
    "hu": "január február március április május június július augusztus szeptember október november december",
    "ro": "ianuarie|ian februarie martie aprilie mai iunie|iun iulie|iul august septembrie"
          " octombrie noiembrie decembrie",
    "tr": "ocak|oca şubat|şub|subat mart nisan|nis mayıs|mayis haziran|haz temmuz|tem ağustos|ağu|agustos"
          " eylül|eyl ekim|eki kasım|kasim|kas aralık|aralik|ara",
    "id": "januari februari maret april mei juni juli agustus|agu september oktober november desember",
    "ru": "января|январь|янв февраля|февраль|фев марта|март|мар апреля|апрель|апр мая|май июня|июнь|июн"
          " июля|июль|июл августа|август|авг сентября|сентябрь|сент|сен октября|октябрь|окт"
          " ноября|ноябрь|нояб|ноя декабря|декабрь|дек",
    "uk": "січня|січень|січ лютого|лютий|лют березня|березень|бер квітня|квітень|квіт травня|травень|трав"
          " червня|червень|черв липня|липень|лип серпня|серпень|серп вересня|вересень|вер жовтня|жовтень|жовт"
          " листопада|листопад|лист грудня|грудень|груд",
    "bg": "януари|яну февруари март април май юни юли август септември октомври ноември декември",
    "el": "ιανουαρίου|ιαν φεβρουαρίου|φεβ μαρτίου|μαρ απριλίου|απρ μαΐου|μαΐ ιουνίου|ιουν ιουλίου|ιουλ"
          " αυγούστου|αυγ σεπτεμβρίου|σεπ οκτωβρίου|οκτ νοεμβρίου|νοε δεκεμβρίου|δεκ",
    "ar": "يناير|كانون_الثاني|جانفي فبراير|شباط|فيفري مارس|آذار أبريل|ابريل|نيسان|إبريل|أفريل مايو|أيار|ماي"
          " يونيو|حزيران|يونية|جوان يوليو|تموز|يوليوز|جويلية أغسطس|آب|اغسطس|غشت|أوت سبتمبر|أيلول|شتنبر"
          " أكتوبر|اكتوبر|تشرين_الأول نوفمبر|تشرين_الثاني|نونبر ديسمبر|كانون_الأول|دجنبر",
    "he": "בינואר|ינואר בפברואר|פברואר במרץ|מרץ באפריל|אפריל במאי|מאי ביוני|יוני ביולי|יולי באוגוסט|אוגוסט"
          " בספטמבר|ספטמבר באוקטובר|אוקטובר בנובמבר|נובמבר בדצמבר|דצמבר",
    "hi": "जनवरी फ़रवरी|फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर|सितम्बर अक्टूबर|अक्तूबर नवंबर|नवम्बर दिसंबर|दिसम्बर",
}
# Abbreviations that are common words elsewhere: read only where the language is stated.
_RISKY = {
    "es": {"ago": 8, "set": 9},
    "it": {"mag": 5, "ago": 8, "set": 9},
    "pt": {"mai": 5, "ago": 8, "set": 9, "out": 10},
}


def _month_table() -> dict[str, int]:
    table: dict[str, int] = {}
    for language, names in _MONTHS.items():
        for number, forms in enumerate(names.split(), start=1):
            for form in forms.split("|"):
                name = form.replace("_", " ")
                if table.setdefault(name, number) != number:
                    raise ValueError(f"{name} means two months ({language})")
    return table


MONTHS = _month_table()
"""Lower-case month name or abbreviation (no full stop): its number."""


def month_number(word: str, language: str | None) -> int | None:
    """1 to 12 for a month's name in any letter case, full stop or not; None for any other word."""
    word = " ".join(word.replace("İ", "i").lower().rstrip(".").split())
    number = MONTHS.get(word)
    if number is None and language:
        number = _RISKY.get(language.lower()[:2], {}).get(word)
    return number



def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Full and usual short forms: English, German, French, Spanish, Italian, Portuguese, Dutch, Nordic, Finnish,
# Polish, Czech, Turkish, Indonesian, Russian, Ukrainian, Arabic, Korean, Japanese, Chinese.
WEEKDAYS = _words(
    """
    monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur
    thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonnabend
    sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche lun
    mer jeu ven sam dim lunes martes miércoles jueves viernes sábado domingo mié jue vie
    sáb dom lunedì martedì mercoledì giovedì venerdì sabato domenica gio segunda terça
    quarta quinta sexta feira seg ter qua qui sex maandag dinsdag woensdag donderdag
    vrijdag zaterdag zondag ma wo vr za zo mandag tirsdag onsdag torsdag fredag lørdag
    søndag måndag tisdag lördag söndag mån tis ons tors lör sön maanantai maanantaina
    tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai perjantaina
    lauantai lauantaina sunnuntai sunnuntaina ke pe la su poniedziałek wtorek środa
    czwartek piątek sobota niedziela pon wt śr czw pt sob ndz nd pondělí úterý středa
    čtvrtek pátek neděle pazartesi salı çarşamba perşembe cuma cumartesi pazar senin
    selasa rabu kamis jumat sabtu minggu понедельник вторник среда четверг пятница суббота
    воскресенье пн вт ср чт пт сб вс понеділок вівторок середа четвер п'ятниця субота
    неділя нд الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد 월요일 화요일 수요일 목요일
    금요일 토요일 일요일 월 화 수 목 금 토 일 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日
    星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天
    月 火 水 木 金 土 日 周一 周二 周三 周四 周五 周六 周日
    """
)

UPDATED = _words(
    """
    updated update modified revised edited changed aktualisiert aktualisierung geändert
    überarbeitet bearbeitet mis mise jour modifié modifiée actualisé actualizado
    actualizada actualización modificado aggiornato aggiornata aggiornamento modificato
    atualizado atualizada atualização modificada bijgewerkt gewijzigd laatst uppdaterad
    uppdaterat ändrad oppdatert opdateret sidst sist päivitetty muokattu aktualizacja
    zaktualizowano aktualizováno güncelleme güncellendi güncellenme diperbarui обновлено
    изменено обновлена оновлено تحديث آخر 更新 更新日 更新时间 更新日時 最終更新 最后更新 수정
    최종수정 업데이트 עודכן
    """
)
"""Words that say the date beside them is that of a change, not of publication."""

PUBLISHED = _words(
    """
    published publish publication publishing released posted post issued created first
    originally original filed added uploaded written date dated time edition
    veröffentlicht erschienen erstellt publiziert stand datum online seit vom publié
    publiée paru parue créé publicado publicada publicación creado fecha pubblicato
    pubblicata data publicação criado gepubliceerd geplaatst publicerad publicerat skapad
    publisert lagt ut udgivet offentliggjort offentliggjordes julkaistu opublikowano
    publikacja dodano utworzenia vydáno publikováno yayınlanma yayınlandı yayın tarihi
    tarih giriş diterbitkan опубликовано опубликована дата публикации создано опубліковано
    публікації نشر النشر تاريخ نشرت 公開 公開日 公開日時 掲載 配信 发布 发布时间 发布于 发表 发表于
    發布 發佈 時間 时间 日期 입력
    등록 승인 게시 기사입력 송고 작성 פורסם
    """
)
"""Words that say the date beside them is that of publication."""

PUBLISHED_ON = _words(
    """
    published posted veröffentlicht publiziert erschienen publié publiée paru publicado publicada pubblicato
    gepubliceerd publicerad publicerat publisert udgivet offentliggjort julkaistu opublikowano yayınlandı
    опубликовано опубліковано نشر 公開 公開日 公開日時 发布 发布时间 發布 입력
    """
)
"""Those of them that say nothing else: "date", "online" and "seit" stand in many lines."""

SMALL_WORDS = _words(
    """
    on at the of and last as in le à a la les el al em às il alle ore de del den di da am
    um op om kl klo o godz godzina uhr uur h hrs hours heures horas horário saat dernière
    fois zuletzt ultimo ultima última vez po в о у г года год року р م عام يوم في الساعة
    local time est eastern pacific central mountain greenwich british summer standard
    daylight brasília paris london berlin tokyo lesedauer lesezeit leestijd lesetid lästid
    """
)
"""The little words that may stand around a date and its time without saying anything else."""

# Abbreviation: minutes east of Greenwich, RFC 2822 section 4.3 and the IANA time zone database's own names.
# Not here because they name several zones: CST (US, China), IST (India, Ireland, Israel), AST, SST.
OFFSETS = {
    "z": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 60, "west": 60, "cet": 60, "mez": 60, "wat": 60,
    "cest": 120, "mesz": 120, "cat": 120, "sast": 120, "eet": 120, "eest": 180, "msk": 180, "eat": 180,
    "trt": 180, "pkt": 300, "wib": 420, "hkt": 480, "sgt": 480, "myt": 480, "pht": 480, "awst": 480,
    "jst": 540, "kst": 540, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780, "est": -300, "edt":
    -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480,
    "hst": -600, "brt": -180, "art": -180,
}
# Names that the United States use all year round: standard time, and an hour more in summer.
US_ZONES = {"et": -300, "ct": -360, "mt": -420, "pt": -480}
AMBIGUOUS_ZONES = frozenset({"cst", "ist", "ast", "sst"})
"""Zone names that are read over: which zone they mean is not stated."""
