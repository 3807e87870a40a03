"""Words that give away what a piece of an experience is: role, organization, place, or a label in front of one.

All lower case, in the languages that resumes come in. Words only weigh; none decides alone.
"""

ROLES = frozenset(
    # English
    "engineer developer analyst manager consultant architect administrator admin programmer designer tester technician technologist "
    "specialist scientist researcher director officer executive lead leader head chief president ceo cto cfo coo cio vp founder "
    "co-founder cofounder owner partner principal associate assistant intern trainee apprentice fellow coordinator co-ordinator "
    "supervisor representative rep agent advisor adviser strategist planner buyer merchandiser recruiter trainer instructor teacher "
    "tutor professor lecturer educator coach mentor nurse physician doctor surgeon dentist pharmacist therapist paramedic caregiver "
    "carer aide counselor counsellor psychologist accountant auditor bookkeeper controller treasurer banker teller cashier clerk "
    "secretary receptionist attorney lawyer paralegal solicitor judge editor writer journalist reporter copywriter translator "
    "interpreter librarian photographer videographer animator illustrator artist musician producer actor chef cook baker barista "
    "bartender waiter waitress server host hostess housekeeper janitor custodian cleaner driver operator mechanic electrician plumber "
    "carpenter welder machinist foreman inspector surveyor estimator scheduler dispatcher guard captain pilot sailor soldier sergeant "
    "lieutenant volunteer member ambassador organizer organiser facilitator moderator contractor freelancer freelance salesperson "
    "salesman saleswoman seller stylist model lifeguard babysitter nanny caretaker scrum product-owner dba sre qa sdet devops "
    "sysadmin webmaster marketer evangelist economist statistician biologist chemist physicist mathematician geologist "
    "neurophysiologist radiographer dietitian hygienist phlebotomist midwife veterinarian practitioner resident postdoc co-op coop "
    "internship apprenticeship placement staff steward liaison curator archivist broker underwriter adjuster actuary investigator "
    "detective deputy superintendent expert generalist stocker packer picker laborer labourer worker loader handler janitorial dean "
    "chair chairman chairperson chairwoman provost principal headmaster student graduate scholar sde swe modeler modeller "
    "integrator tutor ta ra rn lpn cna "
    # German
    "entwickler entwicklerin ingenieur ingenieurin berater beraterin leiter leiterin projektleiter projektleiterin teamleiter "
    "teamleiterin abteilungsleiter abteilungsleiterin geschäftsführer geschäftsführerin softwareentwickler softwareentwicklerin "
    "sachbearbeiter sachbearbeiterin kaufmann kauffrau bürokaufmann bürokauffrau industriekauffrau industriekaufmann bankkaufmann "
    "bankkauffrau verkäufer verkäuferin lehrer lehrerin krankenschwester krankenpfleger pflegefachkraft pflegekraft erzieher erzieherin "
    "praktikant praktikantin werkstudent werkstudentin auszubildender auszubildende mitarbeiter mitarbeiterin assistenz assistentin "
    "referent referentin techniker technikerin mechaniker mechatroniker elektriker buchhalter buchhalterin architektin arzt ärztin "
    "redakteur redakteurin aushilfe fachinformatiker fachinformatikerin informatiker informatikerin systemadministrator tutorin koch köchin "
    "kellner kellnerin fahrer fachkraft vertriebsmitarbeiter vertriebsleiter praktikum ausbildung angestellter angestellte "
    # French
    "ingénieur ingénieure développeur développeuse développeur/se chef cheffe responsable directeur directrice gérant gérante assistante "
    "stagiaire alternant alternante apprenti apprentie conseiller conseillère consultante technicien technicienne vendeur vendeuse "
    "commercial commerciale comptable infirmier infirmière aide-soignante enseignant enseignante professeur professeure chargé chargée "
    "secrétaire agent attaché attachée animateur animatrice serveur serveuse cuisinier cuisinière analyste architecte administrateur "
    "administratrice graphiste rédacteur rédactrice employé employée ouvrier ouvrière chauffeur caissier caissière hôte hôtesse "
    "formateur formatrice équipier équipière concepteur conceptrice "
    # Spanish, Portuguese
    "ingeniero ingeniera desarrollador desarrolladora gerente jefe jefa directora asistente auxiliar analista "
    "consultor consultora coordinador coordinadora técnico técnica vendedor vendedora profesor profesora maestro maestra docente "
    "enfermero enfermera contador contadora administrador administradora becario becaria practicante encargado encargada responsable "
    "supervisora diseñador diseñadora programador programadora arquitecto arquitecta dependiente camarero camarera cocinero cocinera "
    "operario operaria recepcionista ejecutivo ejecutiva abogado abogada médico médica asesor asesora "
    "engenheiro engenheira desenvolvedor desenvolvedora coordenador coordenadora estagiário estagiária diretor diretora assistente "
    "professora enfermeiro enfermeira técnico atendente operador operadora secretária secretario "
    # Italian
    "ingegnere sviluppatore sviluppatrice responsabile direttore direttrice consulente impiegato impiegata tirocinante stagista addetto "
    "addetta commesso commessa cameriere cameriera cuoco insegnante docente infermiere infermiera operaio operaia programmatore "
    "programmatrice progettista contabile segretaria segretario collaboratore collaboratrice tecnico capo architetto medico venditore "
    # Dutch, Polish, Nordic
    "ontwikkelaar medewerker adviseur hoofd verkoopmedewerker leraar docent verpleegkundige stagiair programmeur projectleider "
    "inżynier programista programistka kierownik specjalista specjalistka asystent asystentka doradca nauczyciel nauczycielka "
    "pielęgniarka sprzedawca stażysta stażystka praktykant kasjer kasjerka analityk księgowa księgowy dyrektor młodszy starszy "
    "utvecklare ingenjör konsult projektledare säljare lärare sjuksköterska utvikler ingeniør konsulent lærer "
    # Russian, Turkish
    "разработчик инженер менеджер программист аналитик директор руководитель специалист консультант администратор дизайнер бухгалтер "
    "преподаватель учитель стажер стажёр помощник продавец mühendis mühendisi geliştirici uzman uzmanı müdür müdürü stajyer öğretmen "
    # the words that templates put in their place
    "title jobtitle role position designation".split()
)

SENIORITY = frozenset(
    "senior sr junior jr lead principal staff chief associate assistant head vice deputy interim acting mid-level entry-level".split()
)

CJK_ROLES = ("工程师", "工程師", "经理", "經理", "主管", "总监", "總監", "助理", "实习生", "實習生", "教师", "教師", "老师", "顾问", "顧問", "专员", "專員", "设计师",
             "設計師", "分析师", "開發", "开发", "讲师", "教授", "助教", "研究员", "职务", "职位", "職位", "职称", "エンジニア", "マネージャー", "開発", "リーダー", "デザイナー",
             "コンサルタント", "プログラマ", "アナリスト", "アシスタント", "店長", "営業", "スタッフ", "程序员", "程式", "秘书", "会计", "编辑", "记者", "医生", "护士", "销售", "部長", "課長", "主任", "総監", "개발자", "매니저", "엔지니어", "디자이너", "인턴", "팀장")
CJK_ORGANIZATIONS = ("公司", "集团", "集團", "大学", "大學", "学院", "學院", "银行", "銀行", "医院", "醫院", "学校", "學校", "研究所", "有限", "株式会社", "会社", "组织",
                     "組織", "单位", "주식회사", "대학교")

ORGANIZATIONS = frozenset(
    "inc incorporated llc llp ltd limited corp corporation co company companies plc gmbh ag kg mbh se ev sa sas sarl srl spa sl slu bv nv "
    "ab oy oyj as aps ltda eireli pvt pte pty kk university universität université universidad universidade università universiteit college "
    "school hospital clinic bank group solutions technologies technology systems services consulting consultancy labs laboratory "
    "laboratories institute institution department ministry agency foundation associates partners partnership store stores restaurant "
    "center centre studio studios media networks network software holdings holding industries enterprises enterprise international global "
    "worldwide ventures capital insurance pharmaceuticals pharma health healthcare logistics airlines motors energy telecom "
    "communications council church association society club union federation organization organisation employer workplace "
    "org client clients customer kunde cliente office services service firm startup trust authority bureau museum library academy hotel resort café cafe bakery supermarket market "
    "markets retail shop depot warehouse factory manufacturing construction engineering design traders trading "
    "fachhochschule hochschule klinikum krankenhaus schule verein stadt firma unternehmen sparkasse versicherung "
    "société entreprise école ecole lycée collège hôpital mairie banque groupe institut empresa hospital colegio escuela banco grupo "
    "ayuntamiento instituto escola azienda società scuola ospedale banca gruppo comune ziekenhuis bedrijf szpital szkoła uniwersytet "
    "ооо оао зао компания университет".split()
)

INDUSTRIES = frozenset(
    "retail banking insurance healthcare finance financial telecom telecommunications automotive education manufacturing logistics energy "
    "pharma pharmaceutical media government technology consulting e-commerce ecommerce hospitality utilities aerospace defense "
    "biotech fintech edtech saas it services public sector nonprofit non-profit real estate agriculture transportation oil gas".split()
)

EMPLOYMENT_TYPES = frozenset(
    "full-time|full time|part-time|part time|contract|contractor (c2c)|freelance|temporary|temp|permanent|seasonal|w2|c2c|c2h|1099|"
    "self-employed|vollzeit|teilzeit|befristet|festanstellung|cdi|cdd|temps plein|temps partiel|tiempo completo|medio tiempo|"
    "tempo pieno|tempo determinato|tempo indeterminato|contract to hire|contract-to-hire|apprenticeship|internship".split("|")
)

STUDIES = frozenset(
    "bachelor bachelors bachelor's master masters master's mba phd ph.d ph.d. b.sc bsc b.s bs m.sc msc m.s ms b.a ba m.a ma b.tech btech "
    "m.tech mtech b.e be diploma degree gpa cgpa graduated graduation abitur licence licenciatura grado laurea matura hons ged "
    "promotion diplom thesis dissertation minor major coursework".split()
)
"""Words of education entries."""

LABELS: dict[str, str] = {
    phrase: field
    for field, phrases in {
        "title": "title|titel|titre|título|titolo|标题",
        "role": "role|roles|job title|position|position title|position held|designation|job role|role played|your role|my role|"
        "job position|current role|volunteer position|occupation|occupation or position held|rolle|funktion|meine rolle|position/rolle|"
        "tätigkeit als|beruf oder funktion|poste|poste occupé|fonction|fonction occupée|intitulé du poste|puesto|cargo|rol|"
        "puesto de trabajo|cargo ocupado|função|mansione|ruolo|posizione|lavoro o posizione ricoperti|tipo di impiego|functie|rol in project|"
        "stanowisko|roll|stilling|должность|职位|职务|岗位|職位|担任职务|役割|役職",
        "company": "company|company name|client|client name|clients|end client|employer|employer name|organization|organisation|"
        "organization name|organisation name|firm|customer|customer name|name of employer|name and address of employer|name of company|"
        "name of the company|name of the organization|prime vendor|implementation partner|institution|end customer|"
        "current organization|kunde|firma|unternehmen|arbeitgeber|auftraggeber|name und adresse des arbeitgebers|"
        "entreprise|société|client final|employeur|nom de l'entreprise|empresa|cliente|empleador|organización|entidad|"
        "nombre de la empresa|azienda|datore di lavoro|nome e indirizzo del datore di lavoro|nome dell'azienda|bedrijf|werkgever|opdrachtgever|klant|"
        "pracodawca|klient|nazwa firmy|arbetsgivare|företag|kund|компания|организация|公司|公司名称|单位|企业名称|客户|会社名|企業名",
        "location": "location|place|city|site|work location|job location|ort|standort|einsatzort|lieu|ville|lieu de travail|ubicación|"
        "lugar|localidad|ciudad|local|localização|luogo|sede|plaats|locatie|miejsce|lokalizacja|місто|город|地点|工作地点|勤務地|場所",
        "period": "duration|period|dates|date|tenure|time period|timeline|time frame|timeframe|years|year|from|dates of employment|"
        "employment dates|employment period|date of employment|project duration|dates from to|dates from - to|worked from|"
        "zeitraum|dauer|datum|von bis|projektzeitraum|laufzeit|période|periode|dates|durée|année|années|fecha|fechas|período|periodo|"
        "duración|data|date da - a|duração|durata|okres|data od do|tidsperiod|период|период работы|时间|起止时间|项目时间|工作时间|期間|时间段",
        "project": "project|project name|project names|project title|name of the project|name of project|project #1|project #2|"
        "assignment|engagement|projekt|projektname|projekttitel|projet|nom du projet|intitulé du projet|proyecto|nombre del proyecto|"
        "projeto|progetto|nome progetto|projectnaam|nazwa projektu|проект|项目|项目名称|專案名稱|プロジェクト|プロジェクト名|案件",
        "detail": "industry|domain|team size|team|vendor|department|reporting to|report to|reports to|supervisor|website|url|link|sector|"
        "products|product|type|employment type|business|branche|abteilung|teamgröße|secteur|secteur d'activité|équipe|sector|"
        "tipo di azienda o settore|settore|type of business or sector|type of business|salary|hours|hours per week|manager|supervisor name|phone|"
        "phone number|email|address|reason for leaving|grade|pay grade|series|gehalt|github|demo|repo|repository|live|source code|"
        "wielkość zespołu|company profile|about company|about the company|about client|framework|os|operating system|operating systems|devices|"
        "project type|project url|methodology|methodik|vorgehen|envir. fonctionnel|environnement fonctionnel|团队规模|规模|keywords|status",
    }.items()
    for phrase in phrases.split("|")
}
"""What a label in front of a colon (or in a cell of its own) says about the text behind it."""

_TASK_LABELS = (
    "responsibilities|responsibility|key responsibilities|roles and responsibilities|role and responsibilities|roles & responsibilities|"
    "roles and responsibility|role & responsibilities|roles/responsibilities|role/responsibilities|responsibilities include|"
    "responsibilities included|my responsibilities|duties|main duties|job duties|duties and responsibilities|duties included|"
    "duties include|achievements|key achievements|accomplishments|key accomplishments|major accomplishments|highlights|key highlights|"
    "description|project description|job description|role description|summary|overview|project overview|project summary|contributions|"
    "key contributions|contribution|deliverables|key deliverables|tasks|key tasks|main tasks|activities|main activities|"
    "main activities and responsibilities|work performed|what i did|what you did|details|project details|key projects|projects|"
    "selected projects|key skills|results|impact|outcomes|scope|work description|description of duties|job summary|role overview|"
    "company overview|company description|involved in|functions|selected achievements|notable achievements|key results|"
    "responsibilities and achievements|key responsibilities and achievements|achievements and responsibilities|"
    "responsibilities & achievements|"
    "aufgaben|tätigkeiten|verantwortlichkeiten|erfolge|hauptaufgaben|aufgabenschwerpunkte|aufgabengebiet|aufgabenbereich|beschreibung|"
    "projektbeschreibung|tätigkeitsbeschreibung|wichtigste tätigkeiten|hauptaufgaben und verantwortung|"
    "tâches|missions|tâches et missions|tâches réalisées|missions et tâches|réalisations|détail|détails|description du poste|"
    "mission|missions principales|responsabilités|activités|activités principales|principales missions|travaux réalisés|"
    "responsabilidades|funciones|logros|tareas|funciones principales|descripción|actividades|principales logros|"
    "principais atividades|atividades|descrição|principais responsabilidades|funções|"
    "responsabilità|mansioni|principali mansioni|attività|principali mansioni e responsabilità|descrizione|risultati|compiti|"
    "werkzaamheden|taken|verantwoordelijkheden|omschrijving|taken en verantwoordelijkheden|"
    "obowiązki|osiągnięcia|zakres obowiązków|główne obowiązki|zadania|opis|opis projektu|arbetsuppgifter|ansvar|arbeidsoppgaver|"
    "обязанности|достижения|должностные обязанности|职责|工作职责|主要职责|工作内容|主要业绩|工作业绩|项目描述|项目职责|项目简介|个人职责|责任描述|业绩|業務内容|担当業務|"
    "職務内容|実績|담당업무|주요업무"
)
TASK_LABELS = frozenset(_TASK_LABELS.split("|"))
"""Labels that head the bullets of an experience and are no header themselves."""
TASK_ENDINGS = frozenset(
    "responsibilities duties achievements accomplishments highlights contributions deliverables description tasks".split()
)

_ENVIRONMENT_LABELS = (
    "environment|environments|environment used|environment and tools|environment & tools|environment/tools|tools and environment|"
    "tools & environment|technical environment|technology environment|project environment|work environment|development environment|"
    "technologies|technology|technologies used|technology used|technologies and tools|technologies & tools|technologies/tools|"
    "tools and technologies|tools & technologies|tools and technologies used|tools & technologies used|tools/technologies|"
    "technologies and tools used|key technologies|tools|tools used|tool used|tech stack|techstack|tech|tech used|technology stack|"
    "technical stack|stack|stack used|skills used|skill used|skills|key skills used|software used|software|software and tools|"
    "languages used|languages and tools|programming languages|technical skills used|technical tools|platform|platforms|"
    "technologies involved|technologies utilized|tools utilized|"
    "umgebung|technische umgebung|technologien|eingesetzte technologien|verwendete technologien|werkzeuge|systemumgebung|technik|"
    "technologie|entwicklungsumgebung|eingesetzte werkzeuge|tools und technologien|"
    "environnement|environnement technique|environnements techniques|envir. technique|env. technique|technologies utilisées|"
    "outils|outils utilisés|stack technique|environnement technologique|technos|env technique|"
    "entorno|entorno tecnológico|entorno técnico|tecnologías|herramientas|tecnologías utilizadas|tecnologías y herramientas|"
    "ambiente|ambiente técnico|tecnologias|tecnologias utilizadas|ferramentas|ambiente tecnologico|ambiente tecnico|tecnologie|"
    "tecnologie utilizzate|strumenti|omgeving|technologieën|gebruikte technologieën|technologie|technologie i narzędzia|środowisko|"
    "wykorzystywane technologie|narzędzia|teknik|tekniker|teknologi|teknologier|технологии|стек|стек технологий|инструменты|"
    "技术栈|技术环境|使用技术|开发环境|技术架构|开发工具|软件环境|開発環境|使用技術|使用言語|環境|사용기술|기술스택"
)
ENVIRONMENT_LABELS = frozenset(_ENVIRONMENT_LABELS.split("|"))
"""Labels of the line that names what an experience was done with."""

PLACEHOLDER_TASKS = (
    "responsib", "achievement", "accomplish", "descri", "details", "insert text", "brief", "list of", "summary of", "overview of", "duties",
    "what you did", "replace", "bullet", "tätigkeit", "aufgaben", "说明", "描述", "占位符", "职责", "内容", "样式",
)
"""Words of template texts that stand where tasks go."""
