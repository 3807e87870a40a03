"""Labels in front of a text or in a cell of their own: what they say about the text behind them.

All lower case, in the languages that resumes come in.
"""

from resume_customizer.resume.understanding.further_labels import FURTHER_LABELS

COMMON_LABELS: dict[str, str] = {
    phrase: field
    for field, phrases in {
        "title": "title|titel|titre|título|titolo|标题",
        "role": "rank|role|roles|job title|position|position title|position held|designation|job role|role played|"
        "your role|my role|post held|post|capacity|title held|position occupied|job designation|last position|"
        "job position|current role|volunteer position|occupation|occupation or position held|"
        "rolle|funktion|meine rolle|position/rolle|tätigkeit als|beruf oder funktion|poste|poste occupé|"
        "fonction|fonction occupée|intitulé du poste|puesto|cargo|rol|puesto de trabajo|cargo ocupado|função|"
        "mansione|ruolo|posizione|lavoro o posizione ricoperti|tipo di impiego|functie|rol in project|"
        "stanowisko|roll|stilling|должность|职位|职务|岗位|職位|担任职务|役割|役職",
        "company": "company|company name|client|client name|clients|end client|employer|employer name|"
        "organization|organisation|organization name|organisation name|firm|customer|customer name|"
        "current company|previous company|name of firm|company/client|client/company|worked at|worked with|"
        "name of employer|name and address of employer|name of company|name of the company|"
        "name of the organization|prime vendor|implementation partner|institution|end customer|"
        "current organization|kunde|firma|unternehmen|arbeitgeber|auftraggeber|"
        "name und adresse des arbeitgebers|entreprise|société|client final|employeur|nom de l'entreprise|"
        "empresa|cliente|empleador|nombre del empleador|nombre y dirección del empleador|organización|entidad|"
        "nombre de la empresa|azienda|datore di lavoro|"
        "nome e indirizzo del datore di lavoro|nome dell'azienda|bedrijf|werkgever|opdrachtgever|klant|"
        "pracodawca|klient|nazwa firmy|arbetsgivare|företag|kund|компания|организация|公司|公司名称|单位|"
        "企业名称|客户|会社名|企業名",
        "location": "location|place|city|site|work location|job location|ort|standort|einsatzort|lieu|ville|"
        "lieu de travail|ubicación|lugar|localidad|ciudad|local|localização|luogo|sede|plaats|locatie|miejsce|"
        "lokalizacja|місто|город|地点|工作地点|勤務地|場所",
        "period": "to|until|start|end|start date|end date|duration|period|dates|date|tenure|time period|"
        "timeline|time frame|timeframe|years|year|from|dates of employment|employment dates|employment period|"
        "date of employment|project duration|dates from to|dates from - to|worked from|zeitraum|dauer|datum|"
        "von bis|projektzeitraum|laufzeit|période|periode|dates|durée|année|années|fecha|fechas|período|periodo|"
        "duración|data|date da - a|duração|durata|okres|data od do|tidsperiod|период|период работы|时间|"
        "起止时间|项目时间|工作时间|期間|时间段",
        "project": "project|project name|project names|project title|name of the project|name of project|"
        "project #1|project #2|assignment|engagement|projekt|projektname|projekttitel|projet|nom du projet|"
        "intitulé du projet|proyecto|nombre del proyecto|projeto|progetto|nome progetto|projectnaam|"
        "nazwa projektu|проект|项目|项目名称|專案名稱|プロジェクト|プロジェクト名|案件",
        "detail": "vessel|ship|vessel name|vessel type|imo|grt|dwt|engine|flag|"
        "s.no|s. no|sl.no|sl. no|sr.no|sr. no|s no|sr no|serial|serial no|nr|industry|domain|"
        "team size|team|vendor|department|reporting to|report to|reports to|supervisor|website|url|link|sector|"
        "products|product|type|employment type|business|branche|abteilung|teamgröße|secteur|secteur d'activité|"
        "équipe|sector|tipo di azienda o settore|settore|type of business or sector|type of business|salary|"
        "hours|hours per week|manager|supervisor name|phone|phone number|email|address|reason for leaving|grade|"
        "pay grade|series|gehalt|github|demo|repo|repository|live|source code|wielkość zespołu|company profile|"
        "about company|about the company|about client|framework|os|operating system|operating systems|devices|"
        "project type|project url|methodology|methodik|vorgehen|envir. fonctionnel|environnement fonctionnel|"
        "团队规模|规模|keywords|status",
    }.items()
    for phrase in phrases.split("|")
}
"""Labels so common that a dash may stand behind them as well as a colon."""
LABELS = {**FURTHER_LABELS, **COMMON_LABELS}
"""What a label in front of a colon (or in a cell of its own) says about the text behind it."""

_TASK_LABELS = (
    "responsibilities|responsibility|key responsibilities|roles and responsibilities|role and responsibilities|"
    "roles & responsibilities|roles and responsibility|role & responsibilities|roles/responsibilities|"
    "role/responsibilities|responsibilities include|responsibilities included|my responsibilities|duties|"
    "main duties|job duties|duties and responsibilities|duties included|duties include|achievements|"
    "key achievements|accomplishments|key accomplishments|major accomplishments|highlights|key highlights|"
    "description|project description|job description|role description|summary|overview|project overview|"
    "project summary|contributions|key contributions|contribution|deliverables|key deliverables|tasks|key tasks|"
    "main tasks|activities|main activities|main activities and responsibilities|work performed|what i did|"
    "what you did|details|project details|key projects|projects|selected projects|key skills|results|impact|"
    "outcomes|scope|assignments|selected assignments|"
    "work description|description of duties|job summary|role overview|company overview|"
    "company description|involved in|functions|selected achievements|notable achievements|key results|"
    "key result areas|key result area|key responsibility areas|kra|kras|job profile|job responsibilities|job scope|"
    "work profile|nature of work|nature of duties|nature of job|scope of work|core responsibilities|"
    "responsibilities and achievements|key responsibilities and achievements|achievements and responsibilities|"
    "responsibilities & achievements|aufgaben|tätigkeiten|verantwortlichkeiten|erfolge|hauptaufgaben|"
    "aufgabenschwerpunkte|aufgabengebiet|aufgabenbereich|beschreibung|projektbeschreibung|tätigkeitsbeschreibung|"
    "wichtigste tätigkeiten|hauptaufgaben und verantwortung|tâches|missions|tâches et missions|tâches réalisées|"
    "missions et tâches|réalisations|détail|détails|description du poste|mission|missions principales|"
    "responsabilités|activités|activités principales|principales missions|travaux réalisés|responsabilidades|"
    "funciones|logros|tareas|funciones principales|descripción|actividades|principales logros|"
    "principais atividades|atividades|descrição|principais responsabilidades|funções|responsabilità|mansioni|"
    "principali mansioni|attività|principali mansioni e responsabilità|descrizione|risultati|compiti|"
    "werkzaamheden|taken|verantwoordelijkheden|omschrijving|taken en verantwoordelijkheden|obowiązki|osiągnięcia|"
    "zakres obowiązków|główne obowiązki|zadania|opis|opis projektu|arbetsuppgifter|ansvar|arbeidsoppgaver|"
    "обязанности|достижения|должностные обязанности|职责|工作职责|主要职责|工作内容|主要业绩|工作业绩|项目描述|"
    "项目职责|项目简介|个人职责|责任描述|业绩|業務内容|担当業務|職務内容|実績|담당업무|주요업무"
)
TASK_LABELS = frozenset(_TASK_LABELS.split("|"))
"""Labels that head the bullets of an experience and are no header themselves."""
TASK_ENDINGS = frozenset(
    "responsibilities duties achievements achievement accomplishments accomplishment highlights contributions "
    "contribution deliverables description tasks".split()
)

_ENVIRONMENT_LABELS = (
    "environment|environments|environment used|environment and tools|environment & tools|environment/tools|"
    "tools and environment|tools & environment|technical environment|technology environment|project environment|"
    "work environment|development environment|technologies|technology|technologies used|technology used|"
    "technologies and tools|technologies & tools|technologies/tools|tools and technologies|tools & technologies|"
    "tools and technologies used|tools & technologies used|tools/technologies|technologies and tools used|"
    "key technologies|tools|tools used|tool used|tech stack|techstack|tech|tech used|technology stack|"
    "technical stack|stack|stack used|skills used|skill used|skills|key skills used|software used|software|"
    "software and tools|languages used|languages and tools|programming languages|technical skills used|"
    "technical tools|platform|platforms|technologies involved|technologies utilized|tools utilized|umgebung|"
    "technische umgebung|technologien|eingesetzte technologien|verwendete technologien|werkzeuge|systemumgebung|"
    "technik|technologie|entwicklungsumgebung|eingesetzte werkzeuge|tools und technologien|environnement|"
    "environnement technique|environnements techniques|envir. technique|env. technique|technologies utilisées|"
    "outils|outils utilisés|stack technique|environnement technologique|technos|env technique|entorno|"
    "entorno tecnológico|entorno técnico|tecnologías|herramientas|tecnologías utilizadas|"
    "tecnologías y herramientas|ambiente|ambiente técnico|tecnologias|tecnologias utilizadas|ferramentas|"
    "ambiente tecnologico|ambiente tecnico|tecnologie|tecnologie utilizzate|strumenti|omgeving|technologieën|"
    "gebruikte technologieën|technologie|technologie i narzędzia|środowisko|wykorzystywane technologie|narzędzia|"
    "teknik|tekniker|teknologi|teknologier|технологии|стек|стек технологий|инструменты|技术栈|技术环境|使用技术|"
    "开发环境|技术架构|开发工具|软件环境|開発環境|使用技術|使用言語|環境|사용기술|기술스택"
)
_USED = tuple(
    f"{what} {how}"
    for what in (
        "technologies|technology|tools|tools and technologies|technologies and tools|tools & technologies|"
        "tools/technologies|skills|key skills|technical skills|software|languages|tech stack|tech|frameworks|platforms"
    ).split("|")
    for how in ("used", "utilized", "utilised", "applied", "employed", "leveraged", "involved")
)
ENVIRONMENT_LABELS = frozenset((*_ENVIRONMENT_LABELS.split("|"), *_USED))
"""Labels of the line that names what an experience was done with."""

PLACEHOLDER_TASKS = (
    "responsib",
    "achievement",
    "accomplish",
    "descri",
    "details",
    "insert text",
    "brief",
    "list of",
    "summary of",
    "summary}",
    "highlight}",
    "overview of",
    "duties",
    "what you did",
    "replace",
    "bullet",
    "tätigkeit",
    "aufgaben",
    "说明",
    "描述",
    "占位符",
    "职责",
    "内容",
    "样式",
)
"""Words of template texts that stand where tasks go."""

ALSO_LABELS = frozenset(
    "skills|technologies|tools|technology|software|languages|language|summary|overview|projects|project|training|"
    "trainings|objective|objectives|background|profile|activities|courses|coursework|research|leadership|service|"
    "community|technical environment|tools and technologies|tech stack|key projects|key skills|selected projects|"
    "thesis|dissertation|relevant coursework|certification|certificate|degree|mission|missions|stage|stages|"
    "kenntnisse|technologien|logiciels|outils|tecnologías|herramientas|reference|link|links|"
    "programming languages|soft skills|hard skills|work|employment|strengths|capabilities|competencies|expertise|"
    "specialties|other|others|misc|personal|"
    "social|career|university|projet|projekt|proyecto|progetto".split("|")
)
"""Section titles that inside of a section may as well be its labels."""
