"""Words that give away what a piece of an experience is: an organization, an industry, a field, a study.

All lower case, in the languages that resumes come in. Words only weigh; none decides alone.
"""

CJK_ORGANIZATIONS = tuple(
    "公司 集团 集團 大学 大學 学院 學院 银行 銀行 医院 醫院 学校 學校 研究所 有限 "
    "株式会社 会社 组织 組織 单位 주식회사 대학교".split()
)

ORGANIZATIONS = frozenset(
    "inc incorporated llc llp ltd limited corp corporation co company companies plc gmbh ag kg mbh se ev sa sas "
    "sarl srl spa sl slu bv nv ab oy oyj as aps ltda eireli pvt pte pty kk university universität université "
    "universidad universidade università universiteit college school hospital clinic bank group solutions "
    "technologies technology systems services consulting consultancy labs laboratory laboratories institute "
    "institution department ministry agency foundation associates partners partnership store stores restaurant "
    "center centre studio studios media networks network software holdings holding industries enterprises "
    "enterprise international global worldwide ventures capital insurance pharmaceuticals pharma health healthcare "
    "logistics airlines motors energy telecom communications council church association society club union "
    "federation organization organisation employer workplace org client clients customer kunde cliente office "
    "service firm startup trust authority bureau museum library academy hotel resort café cafe bakery supermarket "
    "market markets retail shop depot warehouse factory manufacturing construction engineering design traders "
    "trading fachhochschule hochschule klinikum krankenhaus schule verein stadt firma unternehmen builders homes "
    "foods mills farms dairy railways railway textiles cements plastics chemicals electronics plumbing roofing "
    "contracting contractors couriers freight shipping orchestra theatre opera gallery zoo parish police army navy "
    "county borough district pharmacy dental hospice realty properties apartments hotels inn lodge resorts diner "
    "tavern pub brewery winery vineyards gym salon optical biosciences therapeutics genomics robotics "
    "semiconductors petroleum renewables wireless broadband outfitters clothing apparel interiors sawmill bakers "
    "bros sons daughters conservatory conservatoire diocese embassy consulate squadron battalion brigade regiment "
    "sdn bhd officina ristorante trattoria farmacia farmácia clínica consultorio despacho talleres restaurante "
    "supermercado ferretería constructora construcciones abarrotes hurtownia biuro zakład zakłady sklep fabryka "
    "haus diakonie caritas stadtwerke kanzlei apotheke bäckerei gasthof werkstatt verlag verband landratsamt "
    "pharmacie clinique boulangerie mutuelle imprimerie établissements mairie préfecture gemeente stichting apotek "
    "sparebanken kommune sykehus skola sjukhus sparkasse versicherung société entreprise école ecole lycée collège "
    "hôpital banque groupe institut empresa colegio escuela banco grupo ayuntamiento instituto escola azienda "
    "società scuola ospedale banca gruppo comune ziekenhuis bedrijf szpital szkoła uniwersytet ооо оао зао компания "
    "университет".split()
)

ORGANIZATION_FORMS = frozenset(
    "inc incorporated llc llp ltd limited corp corporation plc gmbh ag sarl srl spa bv ab oy pvt pty university "
    "universität université universidad universidade università college hospital".split()
)
"""Words that only organizations have in their names."""
DOTTED_FORMS = frozenset(
    "a.s s.r.o s.a s.l s.p.a s.r.l s.a.s d.o.o d.d p.c p.a o.o e.v a.ş şti kft zrt s.l.u s.c s.k".split()
)
"""Such words with stops between their letters, the last one left out."""

LINK_WORDS = frozenset(
    "github gitlab link website demo production live repo repository code url linkedin portfolio here".split()
)

INDUSTRIES = frozenset(
    "retail banking insurance healthcare finance financial telecom telecommunications automotive "
    "education manufacturing logistics energy pharma pharmaceutical media government technology "
    "consulting e-commerce ecommerce hospitality utilities aerospace defense biotech fintech edtech saas "
    "it services public sector nonprofit non-profit real estate agriculture transportation oil gas".split()
)

FUNCTIONS = frozenset(
    "operations sales marketing engineering finance accounting accounts legal compliance logistics procurement "
    "purchasing training analytics strategy production maintenance administration communications merchandising "
    "planning quality "
    "assurance research development design product data science human resources customer success support service "
    "services business supply chain information technology it hr qa r&d icu nursing surgery pediatrics emergency "
    "oncology radiology med-surg global americas emea apac and of the manufacturing infrastructure security "
    "risk model credit treasury fraud payments lending underwriting claims payroll recruiting talent people facilities "
    "safety growth brand content partnerships fulfillment inventory cloud network integration automation reporting "
    "testing "
    "corporate enterprise digital commercial regional programs platform software hardware applications systems".split()
)
"""Parts of an organization: behind a role they say what it is for, not where it is."""

EMPLOYMENT_TYPES = frozenset(
    "full-time|full time|part-time|part time|contract|contractor (c2c)|freelance|temporary|temp|permanent|"
    "seasonal|w2|c2c|c2h|1099|self-employed|vollzeit|teilzeit|befristet|festanstellung|cdi|cdd|temps plein|"
    "temps partiel|tiempo completo|medio tiempo|tempo pieno|tempo determinato|tempo indeterminato|"
    "contract to hire|contract-to-hire|apprenticeship|internship".split("|")
)

STUDIES = frozenset(
    "bachelor bachelors bachelor's master masters master's mba phd ph.d ph.d. b.sc bsc b.s bs m.sc msc "
    "m.s ms b.a ba m.a ma b.tech btech m.tech mtech b.e be diploma degree gpa cgpa graduated graduation "
    "abitur licence licenciatura grado laurea matura hons ged promotion diplom thesis dissertation minor "
    "major coursework".split()
)
"""Words of education entries."""
