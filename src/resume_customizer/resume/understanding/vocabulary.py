"""Words that give away what a piece of an experience is: an organization, an industry, a field, a study.

All lower case, in the languages that resumes come in. Words only weigh; none decides alone.
"""

CJK_ORGANIZATIONS = tuple(
    "公司 集团 集團 大学 大學 学院 學院 银行 銀行 医院 醫院 学校 學校 研究所 有限 "
    "株式会社 会社 组织 組織 单位 주식회사 대학교".split()
)

ORGANIZATIONS = frozenset(
    "mensajería jardín inc incorporated llc llp ltd limited corp corporation co company companies plc gmbh ag kg mbh "
    "se ev sa sas sarl srl spa sl slu bv nv ab oy oyj as aps ltda eireli pvt pte pty kk university universität "
    "université universidad universidade università universiteit college school hospital clinic bank group solutions "
    "technologies technology systems services consulting consultancy labs laboratory laboratories institute "
    "institution department ministry agency foundation associates partners partnership store stores restaurant center "
    "centre studio studios media networks network software holdings holding industries enterprises enterprise "
    "international global worldwide ventures capital insurance pharmaceuticals pharma health healthcare logistics "
    "airlines motors energy telecom communications council church association society club union federation "
    "organization organisation employer workplace org client clients customer kunde cliente office service firm "
    "startup trust authority bureau museum library academy hotel resort café cafe bakery supermarket market markets "
    "retail shop depot warehouse factory manufacturing construction engineering design traders trading fachhochschule "
    "hochschule klinikum krankenhaus schule verein stadt firma unternehmen builders homes foods mills farms dairy "
    "railways railway textiles cements plastics chemicals electronics plumbing roofing contracting contractors "
    "couriers freight shipping orchestra theatre opera gallery zoo parish police army navy county borough district "
    "pharmacy dental hospice realty properties apartments hotels inn lodge resorts diner tavern pub brewery winery "
    "family vineyards gym salon optical biosciences therapeutics genomics robotics semiconductors petroleum renewables "
    "wireless broadband outfitters clothing apparel interiors sawmill bakers bros sons daughters conservatory "
    "conservatoire diocese embassy consulate squadron battalion brigade regiment sdn bhd officina ristorante "
    "trattoria farmacia farmácia clínica consultorio despacho talleres restaurante supermercado ferretería "
    "constructora construcciones abarrotes hurtownia biuro zakład zakłady sklep fabryka haus diakonie caritas "
    "stadtwerke kanzlei apotheke bäckerei gasthof werkstatt verlag verband landratsamt pharmacie clinique boulangerie "
    "mutuelle imprimerie établissements mairie préfecture gemeente stichting apotek sparebanken kommune sykehus skola "
    "sjukhus sparkasse versicherung société entreprise école ecole lycée collège hôpital banque groupe institut "
    "empresa colegio escuela banco grupo ayuntamiento instituto escola azienda società scuola ospedale banca gruppo "
    "comune ziekenhuis bedrijf szpital szkoła uniwersytet ооо оао зао компания университет corps force reserve "
    "reserves marines airways airline railroad rail transit transport transports trucking haulage forwarding cargo "
    "bancorp savings mutual insurers brokers brokerage advisors advisers entertainment pictures films publishing "
    "publications magazine newspaper newspapers herald tribune gazette theater cinema ballet symphony choir aquarium "
    "casino motel hostel grill bistro pizzeria steakhouse creamery confectionery butchery grocers grocery brewing "
    "distillery vineyard orchards orchard farm ranch landscaping hvac appliances flooring paving castings foundry "
    "machining tooling polymers footwear jewelers optics eyewear orthodontics clinics hospitals diagnostics avionics "
    "shipyard shipyards maritime yachts refining refinery pipeline quarry municipality township chambers attorneys "
    "solicitors staffing manpower outsourcing realtors leasing rentals movers auto autos dealership garage barbershop "
    "cosmetics cleaners preschool kindergarten daycare elementary seminary polytechnic observatory charity temple "
    "mosque synagogue cathedral ymca bookstore bookshop athletics league tours cruises escrow nurseries minerals "
    "mining homebuilders boatyard boatworks ironworks steelworks brickworks gasworks waterworks millworks woodworks "
    "glassworks creameries eatery cantina taqueria patisserie brasserie trattorias delicatessen deli drugstore "
    "hospices infirmary sanatorium ambulance fire courthouse penitentiary jail prison barracks garrison fleet platoon "
    "infantry artillery cavalry academies boces isd usd lyceum gymnasium realschule grundschule hauptschule "
    "gesamtschule berufsschule kita kindergärten pflegeheim seniorenheim altenheim sozialstation rathaus bezirksamt "
    "finanzamt jobcenter arbeitsagentur krankenkasse volksbank raiffeisenbank landesbank spedition brauerei metzgerei "
    "druckerei gärtnerei tischlerei schreinerei autohaus möbelhaus kaufhaus hotelbetriebe reederei werft klinik "
    "kliniken praxis gemeinschaftspraxis ingenieurbüro architekturbüro steuerbüro planungsbüro büro betriebe werke "
    "gruppe genossenschaft stiftung akademie kirche kirchengemeinde feuerwehr bundeswehr polizeipräsidium caisse "
    "cabinet chu ehpad crèche communauté département région ministère préfectorale coopérative fonderie usine "
    "ateliers atelier garages laboratoires laboratoire maison maisons librairie brasseries hôtel hôtels auberge "
    "château fédération fondation syndicat gendarmerie clínicas sanatorio geriátrico residencia colegios liceo "
    "facultad ministerio municipalidad municipio alcaldía gobernación cooperativa fundación asociación cámara "
    "sindicato fábrica minera cementos almacenes tiendas tienda hipermercado panadería pastelería carnicería "
    "peluquería hacienda transportes aerolíneas naviera astilleros seguros financiera constructores inmobiliaria "
    "inversiones industrias hoteles prefeitura câmara fundação associação indústria indústrias comércio loja lojas "
    "mercado padaria farmácias drogaria laboratório laboratórios construtora imobiliária transportadora seguradora "
    "fazenda usina siderúrgica metalúrgica faculdade colégio creche ospedali clinica consorzio fondazione "
    "associazione ministero provincia regione asl ausl officine acciaierie cantieri ceramiche salumificio caseificio "
    "oleificio cartiera tipografia pasticceria albergo assicurazioni immobiliare trasporti spedizioni costruzioni "
    "impianti zorggroep zorginstelling gemeentehuis basisschool ministerie provincie waterschap vereniging coöperatie "
    "drukkerij slagerij bakkerij brouwerij bouwbedrijf aannemersbedrijf installatiebedrijf transportbedrijf "
    "verzekeringen verzekeraar universiteitskliniek apotheek huisartsenpraktijk advocatenkantoor accountantskantoor "
    "aktiebolag landsting förskola gymnasieskola vårdcentral äldreboende kyrka församling försäkring åkeri bageri "
    "barnehage sykehjem fylkeskommune forsikring entreprenør rederi verft børnehave plejehjem regionsygehus spedytor "
    "spółdzielnia fundacja stowarzyszenie urząd gmina powiat starostwo przychodnia apteka przedszkole liceum "
    "technikum politechnika piekarnia drukarnia cukiernia restauracja huta kopalnia nemocnice škola úřad mlékárny "
    "pekárna pivovar strojírny pojišťovna spořitelna kórház iskola önkormányzat gyógyszertár spital primărie școala "
    "liceul fundația hastane hastanesi okul okulu üniversite üniversitesi fabrikası belediyesi otel oteli bankası "
    "sigorta lojistik inşaat tekstil gıda".split()
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
    "planning quality assurance research development design product data science human resources customer success "
    "support service services business supply chain information technology it hr qa r&d icu nursing surgery "
    "pediatrics emergency oncology radiology med-surg global americas emea apac and of the manufacturing "
    "infrastructure security risk model credit treasury fraud payments lending underwriting claims payroll recruiting "
    "talent people facilities safety growth brand content partnerships fulfillment inventory cloud network "
    "integration automation reporting testing corporate enterprise digital commercial regional programs platform "
    "software hardware applications systems pricing forecasting benefits compensation telemetry nicu picu pacu er ed "
    "obstetrics gynecology postpartum maternity delivery mother/baby orthopedics orthopaedics cardiology cardiac "
    "neurology neuro geriatrics psychiatry psych dialysis nephrology pulmonary stepdown step-down ambulatory "
    "outpatient inpatient perioperative trauma burn hematology gastroenterology endocrinology urology dermatology "
    "ophthalmology anesthesiology pathology rehabilitation geriatric pediatric neonatal mathematics math algebra "
    "geometry english biology chemistry physics history geography economics civics literature writing esl stem grade "
    "grades first second third fourth fifth sixth seventh eighth special physical early process projects estimating "
    "scheduling fulfilment export import imports exports payable receivable collections billing revenue "
    "channel channels alliances acquisition retention loyalty crm seo paid email ios android frontend front-end "
    "backend back-end full-stack fullstack devops sre infosec cybersecurity cyber privacy governance ux ui user "
    "experience interface machine learning ai ml bi insights transformation change continuous improvement lean "
    "affairs investor relations sustainability esg hse ehs regulatory demand materials category workforce capacity "
    "portfolio strategic fleet distribution transportation dispatch sourcing vendor contracts grants editorial events "
    "admissions enrollment curriculum instruction imaging lifecycle".split()
)
"""Parts of an organization: behind a role they say what it is for, not where it is."""

EMPLOYMENT_TYPES = frozenset(
    "full-time|full time|part-time|part time|contract|contractor (c2c)|freelance|temporary|temp|permanent|"
    "seasonal|w2|c2c|c2h|1099|self-employed|vollzeit|teilzeit|befristet|festanstellung|cdi|cdd|temps plein|"
    "temps partiel|tiempo completo|medio tiempo|tempo pieno|tempo determinato|tempo indeterminato|"
    "contract to hire|contract-to-hire|apprenticeship|internship|this is a federal job|federal job".split("|")
)

STUDIES = frozenset(
    "bachelor bachelors bachelor's master masters master's mba phd ph.d ph.d. b.sc bsc b.s bs m.sc msc "
    "m.s ms b.a ba m.a ma b.tech btech m.tech mtech b.e be diploma degree gpa cgpa graduated graduation "
    "abitur licence licenciatura grado laurea matura hons ged promotion diplom thesis dissertation minor "
    "major coursework".split()
)
"""Words of education entries."""
