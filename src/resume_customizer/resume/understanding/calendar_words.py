"""Words about time in the languages that resumes come in; all lower case."""

_MONTH_NAMES = (
    "january jan januar jänner janvier janv enero ene janeiro gennaio gen januari styczeń stycznia sty января "
    "январь янв ocak leden ledna ianuarie tammikuu tammikuuta siječanj siječnja január січень січня януари "
    "gener|"
    "february feb febr februar feber février fevrier févr fevr fév fev febrero fevereiro febbraio februari "
    "luty lutego lut февраля февраль фев şubat únor února februarie helmikuu helmikuuta veljača veljače "
    "február лютий лютого февруари febrer|"
    "march mar märz maerz mrz mär mars marzo março marco maart mrt marzec marca марта март мар mart březen "
    "března marts martie maaliskuu maaliskuuta ožujak ožujka március marec березень березня març maret|"
    "april apr avril avr abril abr aprile kwiecień kwietnia kwi апреля апрель апр nisan duben dubna aprilie "
    "huhtikuu huhtikuuta travanj travnja április apríl квітень квітня април|"
    "may mai mayo maio maggio mag mei maj maja мая май mayıs květen května toukokuu toukokuuta svibanj svibnja "
    "május máj травень травня maig|"
    "june jun juni juin junio junho giugno giu czerwiec czerwca cze июня июнь июн haziran červen června iunie "
    "kesäkuu kesäkuuta lipanj lipnja június jún червень червня юни juny|"
    "july jul juli juillet juil julio julho luglio lug lipiec lipca lip июля июль июл temmuz červenec července "
    "iulie heinäkuu heinäkuuta srpanj srpnja július júl липень липня юли juliol|"
    "august aug août aout agosto ago augustus sierpień sierpnia sie augusti августа август авг ağustos srpen "
    "srpna elokuu elokuuta kolovoz kolovoza augusztus серпень серпня agost agustus|"
    "september sept sep septembre septiembre setiembre setembro set settembre sett wrzesień września wrz "
    "сентября сентябрь сен eylül září septembrie syyskuu syyskuuta rujan rujna szeptember вересень вересня "
    "септември setembre|"
    "october oct oktober okt octobre octubre outubro out ottobre ott październik października paź октября "
    "октябрь окт ekim říjen října octombrie lokakuu lokakuuta október жовтень жовтня октомври|"
    "november nov novembre noviembre novembro listopad listopada lis ноября ноябрь ноя kasım noiembrie "
    "marraskuu marraskuuta studeni studenoga листопад листопада ноември|"
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre grudzień grudnia gru "
    "desember des декабря декабрь дек aralık prosinec prosince decembrie joulukuu joulukuuta prosinac prosinca "
    "грудень грудня декември desembre"
).split("|")
"""From January on: English first, then other languages of Europe, Turkish and Indonesian."""

MONTHS: dict[str, str] = {
    name: f"{number:02}" for number, names in enumerate(_MONTH_NAMES, 1) for name in names.split()
}

SEASONS = frozenset(
    "spring summer summers fall autumn winter winters frühling frühjahr sommer herbst printemps été automne hiver "
    "primavera verano veranos otoño invierno verão verões étés outono inverno estate autunno lente zomer herfst "
    "wiosna lato jesień zima ws ss wise sose vår høst höst sommar vinter kevät kesä syksy talvi jaro léto podzim yaz "
    "kış".split()
)

BEFORE_A_YEAR = frozenset(
    "early mid late beginning end anfang mitte ende début debut fin mi inicio finales principios inizio "
    "fine begin eind circa ca approx graduated expected".split()
)

PRESENT = frozenset(
    "jelenleg máig nykyinen nyt досі σήμερα danas sada досега сега súčasnosť actualitat continued "
    "maintenant prezent sekarang dziś dzisiaj continuing "
    "tilldate tillnow tildate todate idag ennå tänään fortlaufend unbefristet "
    "dato present presently pres current currently curr now today ongoing onwards heute aktuell laufend derzeit jetzt "
    "gegenwart présent actuel actuellement actual actualidad actualmente presente hoy atual atualmente "
    "hoje oggi attuale attualmente heden nu obecnie teraz nadal nuvarande pågående nåværende nåtid nutid "
    "今 现在 現在 目前 현재 сейчас bugün günümüz halen dnes současnost dosud".split()
)
PRESENT_PHRASES: dict[str, tuple[tuple[str, ...], ...]] = {
    "date": ((),),
    "to": (("date",), ("-", "date"), ("present",), ("now",)),
    "till": (("date",), ("now",), ("present",)),
    "til": (("date",), ("now",)),
    "this": (("day",),),
    "the": (("present",), ("moment",)),
    "ce": (("jour",),),
    "en": (("cours",), ("curso",), ("la", "actualidad")),
    "la": (("actualidad",), ("fecha",)),
    "el": (("presente",), ("momento",)),
    "o": (("momento",), ("presente",)),
    "i": (("dag",),),
    "in": (("corso",), ("progress",)),
    "dags": (("dato",),),
    "d": ((".", "d", "."), (".", "d")),
    "devam": (("ediyor",), ("etmekte",), ()),
    "hasta": (("la", "fecha"), ("hoy",)),
    "现": (("今",),),
    "настоящее": (("время",),),
    "наст": ((".", "время"), ("время",)),
    "по": (("настоящее", "время"),),
    "aujourd": (("'", "hui"), ("’", "hui"), ()),
}

SINCE = frozenset("since from seit ab von depuis de du desde dal da sinds vanaf od sedan från siden fra с".split())

RANGE_WORDS = frozenset(
    "to until till til through thru bis zum au à a ad al e hasta até ate fino tot t do до по aan và 至 到 "
    "から upto up".split()
)

END_LABELS = frozenset("end ended ending finish to until till bis ende fin hasta fim fine a à al au".split())
"""Before a colon: `Start: 05/2018 End: Present`."""

PRODUCTS = frozenset(
    "server windows office excel word sharepoint exchange studio sql dynamics access outlook project "
    "visio iso win os x version v es ecmascript room suite po box".split()
)
