"""Resumes of other countries, of Word and Google templates, and of long consultants' lives.

Each picture is read by `drawn.drawing.draw`; behind it stand the experiences that a person finds in it: role, company,
start, end, number of bullets, and whether it has an environment line. ANY stands for what nobody asks.
"""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "gdocs",
        """
# EXPERIENCE
## Company, Location — Job Title
MONTH 20XX - PRESENT
- Lorem ipsum dolor sit amet.
- Sed diam nonummy.
## Company, Location — Job Title
MONTH 20XX - MONTH 20XX
- Lorem ipsum dolor sit amet.
# EDUCATION
## School Name, Location — Degree
MONTH 20XX - MONTH 20XX
# PROJECTS
## Project Name — Detail
Lorem ipsum dolor sit amet, consectetuer adipiscing elit sed diam.
""",
        ("Job Title", "Company", None, "present", 2, False),
        ("Job Title", "Company", None, None, 1, False),
        ("Project Name", None, None, None, 1, False),
    ),
    Drawn(
        "msbasic",
        """
# Experience
## Job Title | Company | Dates From – To
- Replace this with your duties.
## Job Title | Company | Dates From – To
- Replace this with your duties.
# Education
## Degree | School | Date Earned
- Major: x
""",
        ("Job Title", "Company", None, None, 1, False),
        ("Job Title", "Company", None, None, 1, False),
    ),
    Drawn(
        "msbold",
        """
# Experience
## Office Manager • The Phone Company • June 20XX – Present
Summarize your key responsibilities and accomplishments in a sentence or two for the reader.
## Office Assistant • Nod Publishing • March 20XX – May 20XX
Summarize your key responsibilities and accomplishments in a sentence or two for the reader.
# Education
""",
        ("Office Manager", "The Phone Company", None, "present", 1, False),
        ("Office Assistant", "Nod Publishing", None, None, 1, False),
    ),
    Drawn(
        "jobtables",
        """
**Professional Experience**
| **Globex Inc.**, Boston, MA | **Jan 2019 – Present**
| _Software Engineer_ |
- Built services
- Led team
| **Initech LLC**, Austin, TX | **Jan 2016 – Dec 2018**
| _QA Analyst_ |
- Wrote tests
**Education**
| **State College**, Boston, MA | **2012 – 2016**
| _BS Physics_ |
- Dean's list
""",
        ("Software Engineer", "Globex Inc.", "2019-01", "present", 2, False),
        ("QA Analyst", "Initech LLC", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "companyloc",
        """
WORK EXPERIENCE
Globex⇥Boston, MA
Data Analyst⇥Jan 2019 – Present
• Built dashboards
• Led reviews
Initech⇥Austin, TX
Intern⇥May 2018 – Aug 2018
• Cleaned data
EDUCATION
State College⇥Boston, MA
BS in Statistics⇥2014 – 2018
""",
        ("Data Analyst", "Globex", "2019-01", "present", 2, False),
        ("Intern", "Initech", "2018-05", "2018-08", 1, False),
    ),
    Drawn(
        "parens",
        """
**EXPERIENCE**
**Software Developer, Globex** — Boston, MA (2019 – Present)
- Built services
**Support Engineer, Initech** — Austin, TX (2016 – 2019)
- Answered tickets
**EDUCATION**
""",
        ("Software Developer", "Globex", "2019", "present", 1, False),
        ("Support Engineer", "Initech", "2016", "2019", 1, False),
    ),
    Drawn(
        "numbered-emp",
        """
**WORK EXPERIENCE**
**1. Globex Technologies Pvt. Ltd.**
Designation : Senior Engineer
Duration : Apr 2019 – Present
• Handled modules
• Trained staff
**2. Initech Infotech**
Designation : Engineer
Duration : Jan 2016 – Mar 2019
• Tested modules
**EDUCATION**
""",
        ("Senior Engineer", "Globex Technologies Pvt. Ltd.", "2019-04", "present", 2, False),
        ("Engineer", "Initech Infotech", "2016-01", "2019-03", 1, False),
    ),
    Drawn(
        "oneline-labels",
        """
**PROFESSIONAL EXPERIENCE:**
**Client: Globex, Dallas, TX⇥Duration: Jan 2020 – Present**
**Role: Java Developer**
**Responsibilities:**
• Built services
**Environment:** Java
**Client: Initech, Austin, TX⇥Duration: Jan 2018 – Dec 2019**
**Role: Java Developer**
**Responsibilities:**
• Wrote tests
**Environment:** Java
**EDUCATION:**
""",
        ("Java Developer", "Globex", "2020-01", "present", 1, True),
        ("Java Developer", "Initech", "2018-01", "2019-12", 1, True),
    ),
    Drawn(
        "env-line-next",
        """
**PROFESSIONAL EXPERIENCE**
**Globex Inc, Dallas, TX                                        Jan 2020 – Present**
**Java Developer**
• Built services
• Led team
**Environment**
Java, Spring, Oracle, Kafka
**Initech LLC, Austin, TX                                       Jan 2018 – Dec 2019**
**Java Developer**
• Wrote tests
**Environment**
Java, JSP
**EDUCATION**
""",
        ("Java Developer", "Globex Inc", "2020-01", "present", 2, True),
        ("Java Developer", "Initech LLC", "2018-01", "2019-12", 1, True),
    ),
    Drawn(
        "career-summary-bullets",
        """
**Career Summary**
• Working with Globex Ltd as Senior Engineer since June 2019.
• Worked with Initech as Engineer from Jan 2016 to May 2019.
**Skills**
Java
**Projects**
**Project 1: Payment Hub (Jan 2020 – Present)**
Client: Umbrella Bank
Role: Developer
• Built modules
• Fixed bugs
**Project 2: Claims (Jun 2019 – Dec 2019)**
Client: Hooli
Role: Tester
• Tested modules
**Education**
""",
        ("Developer", "Umbrella Bank", "2020-01", "present", 2, False),
        ("Tester", "Hooli", "2019-06", "2019-12", 1, False),
    ),
    Drawn(
        "functional2",
        """
# Professional Experience
**Leadership**
- Led a team of ten people.
- Managed budgets.
**Sales**
- Sold to many clients.
# Work History
Store Manager, Globex, Boston, MA⇥2015 – 2020
Sales Associate, Initech, Austin, TX⇥2010 – 2015
# Education
""",
        (ANY, ANY, None, None, 2, False),
        (ANY, ANY, None, None, 1, False),
        ("Store Manager", "Globex", "2015", "2020", 0, False),
        ("Sales Associate", "Initech", "2010", "2015", 0, False),
    ),
    Drawn(
        "pubs",
        """
# Publications
**A study of things**, Journal of Things, 2019
- Co-author
# Conferences
**PyCon**, Boston⇥May 2019
- Spoke about tests
# Certifications
**AWS Certified Developer**, Amazon⇥2020 – 2023
- Renewed once
# Experience
**Developer, Globex**⇥2019 – Present
- Built services
""",
        ("Developer", "Globex", "2019", "present", 1, False),
    ),
    Drawn(
        "port",
        """
EXPERIÊNCIA PROFISSIONAL

**Globex Ltda** – São Paulo
Analista de Sistemas
Janeiro de 2019 – atual
• Desenvolvimento de sistemas
• Apoio ao time

**Initech S.A.** – Recife
Estagiário
Março de 2017 – Dezembro de 2018
• Testes

FORMAÇÃO ACADÊMICA
Universidade de São Paulo, 2018
""",
        ("Analista de Sistemas", "Globex Ltda", "2019-01", "present", 2, False),
        ("Estagiário", "Initech S.A.", "2017-03", "2018-12", 1, False),
    ),
    Drawn(
        "ital",
        """
ESPERIENZA LAVORATIVA
| Date (da – a) | Gennaio 2018 – oggi
| Nome e indirizzo del datore di lavoro | Globex S.r.l., Milano
| Tipo di azienda o settore | Informatica
| Tipo di impiego | Programmatore
| Principali mansioni e responsabilità | Sviluppo di applicazioni / Supporto ai clienti
| Date (da – a) | Marzo 2014 – Dicembre 2017
| Nome e indirizzo del datore di lavoro | Initech S.p.A., Torino
| Tipo di azienda o settore | Banca
| Tipo di impiego | Impiegato
| Principali mansioni e responsabilità | Gestione dei conti
ISTRUZIONE E FORMAZIONE
| Date (da – a) | 2009 – 2013
""",
        ("Programmatore", "Globex S.r.l.", "2018-01", "present", 2, False),
        ("Impiegato", "Initech S.p.A.", "2014-03", "2017-12", 1, False),
    ),
    Drawn(
        "dutch",
        """
## Werkervaring
**Projectleider** bij Globex B.V., Utrecht
januari 2019 – heden
- Leiden van projecten
**Medewerker** bij Initech N.V., Rotterdam
maart 2015 – december 2018
- Helpen van klanten
## Opleidingen
""",
        ("Projectleider", "Globex B.V.", "2019-01", "present", 1, False),
        ("Medewerker", "Initech N.V.", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "polish",
        """
**DOŚWIADCZENIE ZAWODOWE**
**03.2019 – obecnie**
**Globex Sp. z o.o., Warszawa**
Programista
- Tworzenie usług
**01.2016 – 02.2019**
**Initech S.A., Kraków**
Młodszy programista
- Testy
**WYKSZTAŁCENIE**
""",
        ("Programista", "Globex Sp. z o.o.", "2019-03", "present", 1, False),
        ("Młodszy programista", "Initech S.A.", "2016-01", "2019-02", 1, False),
    ),
    Drawn(
        "jp",
        """
# 職務経歴
2019年4月～現在　株式会社グローベックス
システムエンジニア
・要件定義を担当
・チームを指導
2015年4月～2019年3月　イニテック株式会社
プログラマー
・テストを担当
# 学歴
2015年3月　東京大学　卒業
""",
        ("システムエンジニア", "株式会社グローベックス", "2019-04", "present", 2, False),
        ("プログラマー", "イニテック株式会社", "2015-04", "2019-03", 1, False),
    ),
    Drawn(
        "russian",
        """
**Опыт работы**
**Январь 2019 — настоящее время**
**ООО Глобекс**, Москва
Ведущий разработчик
- Разработка сервисов
**Март 2015 — Декабрь 2018**
**ООО Инитех**, Москва
Программист
- Тесты
**Образование**
""",
        ("Ведущий разработчик", "ООО Глобекс", "2019-01", "present", 1, False),
        ("Программист", "ООО Инитех", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "emoji-heads",
        """
**Jane Roe**
📧 jane@x.example | 📞 555 123 4567 | 📍 Boston
**💼 Work Experience**
**Software Engineer @ Globex** | Jan 2020 – Present
• Built services
• Led team
**🎓 Education**
BS, State College (2016 – 2020)
**🛠 Skills**
Java
""",
        ("Software Engineer", "Globex", "2020-01", "present", 2, False),
    ),
    Drawn(
        "bullets-in-cells",
        """
# Employment History
| Jan 2019 – Present | **Globex Inc.** / Sales Manager
| | - Managed accounts / - Grew revenue
| Mar 2015 – Dec 2018 | **Initech** / Sales Rep
| | - Sold software
# Education
| 2011 – 2015 | **State College** / BA
""",
        ("Sales Manager", "Globex Inc.", "2019-01", "present", 2, False),
        ("Sales Rep", "Initech", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "multi-projects-plain",
        """
# Projects
Inventory System | Java, MySQL | Jan 2020
- Built screens
Chat App | Node.js | Mar 2020
- Built server
# Experience
Intern | Globex | Jun 2020 – Aug 2020
- Wrote tests
""",
        ("Inventory System", None, "2020-01", "2020-01", 1, False),
        ("Chat App", None, "2020-03", "2020-03", 1, False),
        ("Intern", "Globex", "2020-06", "2020-08", 1, False),
    ),
    Drawn(
        "desc-under",
        """
# Experience
**Globex** (www.globex.example)⇥2019 – Present
Globex makes billing software for small shops in forty countries.
**Product Manager**
- Ran the roadmap
- Launched billing
**Initech**⇥2015 – 2019
Initech runs data centres for banks and for insurance companies.
**Business Analyst**
- Wrote specs
# Education
""",
        ("Product Manager", "Globex", "2019", "present", 2, False),
        ("Business Analyst", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "long-resume",
        """
**Professional Summary:**
- Over 9 years of experience in Java from 2012 to 2021
- Worked as Developer at many companies
**Technical Skills:**
| Languages | Java, SQL
| Tools | Maven, Git
| Databases | Oracle
**Professional Experience:**
**Globex Health, Chicago, IL⇥Oct 2019 to Till Date**
**Senior Java Full Stack Developer**
**Description:** Globex Health is a provider of health plans for millions of members in the country.
**Roles & Responsibilities:**
- Built services
- Led team
**Environment:** Java 8, Spring Boot
**Initech Bank, Charlotte, NC⇥Jan 2017 to Sep 2019**
**Java Developer**
**Description:** Initech Bank is one of the larger banks of the south with many branches.
**Roles & Responsibilities:**
- Wrote tests
**Environment:** Java 7, Struts
**Education:**
- Bachelor of Technology, State College, 2012 – 2016
**References:** Available on request
""",
        ("Senior Java Full Stack Developer", "Globex Health", "2019-10", "present", 2, True),
        ("Java Developer", "Initech Bank", "2017-01", "2019-09", 1, True),
    ),
    Drawn(
        "italics-date-below",
        """
**EXPERIENCE**
**Marketing Coordinator**
_Globex Media, Denver, CO_
_June 2019 to Present_
Coordinated campaigns for twelve clients and reported the results every month to the board.
Managed the budget for paid media.
**Marketing Assistant**
_Initech Studio, Boulder, CO_
_May 2017 to May 2019_
Assisted the team with research, events, and the weekly newsletter for all subscribers.
**EDUCATION**
**BA Communications**
_University of Colorado_
_2013 to 2017_
""",
        ("Marketing Coordinator", "Globex Media", "2019-06", "present", 2, False),
        ("Marketing Assistant", "Initech Studio", "2017-05", "2019-05", 1, False),
    ),
    Drawn(
        "sidebar-right",
        """
| **JANE ROE** / Engineer | Boston, MA / jane@x.example
| **EXPERIENCE** / **Globex,** Boston — _Engineer_ / JAN 2019 - PRESENT / - Built services / - Led team
+ / **Initech,** Austin — _Tester_ / JAN 2016 - DEC 2018 / - Wrote tests / **EDUCATION**
+ / **State College,** Boston — _BS_ / 2012 - 2016 | **SKILLS** / - Java / - SQL / **AWARDS** / Best of 2019
+ / **LANGUAGES** / English, German
""",
        ("Engineer", "Globex", "2019-01", "present", 2, False),
        ("Tester", "Initech", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "internships",
        """
INTERNSHIP
Globex Labs⇥May 2021 – Jul 2021
Machine Learning Intern
- Trained models
ACADEMIC PROJECTS
Face Mask Detection
- Used CNNs
Tech Stack: Python, Keras
Stock Prediction
- Used LSTM
Tech Stack: Python
EDUCATION
""",
        ("Machine Learning Intern", "Globex Labs", "2021-05", "2021-07", 1, False),
        ("Face Mask Detection", None, None, None, 1, True),
        ("Stock Prediction", None, None, None, 1, True),
    ),
    Drawn(
        "dates-only-years-left",
        """
Experience
2019–present⇥Globex, Boston
⇥Senior Engineer
• Built services
2015–2019⇥Initech, Austin
⇥Engineer
• Wrote tests
Education
2011–2015⇥State College
⇥BS
""",
        ("Senior Engineer", "Globex", "2019", "present", 1, False),
        ("Engineer", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "prose-only-no-dates",
        """
# Work Experience
**Globex Inc. – Software Engineer**
Built services and tools for the billing team over several years of steady work.
**Initech – Tester**
Wrote tests for the reporting tools and kept the lab in good order.
# Education
""",
        ("Software Engineer", "Globex Inc.", None, None, 1, False),
        ("Tester", "Initech", None, None, 1, False),
    ),
    Drawn(
        "company-caps-role-caps",
        """
WORK EXPERIENCE
GLOBEX INC., Boston, MA
SENIOR ENGINEER, 2019 – Present
- Built services
INITECH LLC, Austin, TX
ENGINEER, 2015 – 2019
- Wrote tests
EDUCATION
STATE COLLEGE, Boston, MA
BS, 2015
""",
        ("SENIOR ENGINEER", "GLOBEX INC.", "2019", "present", 1, False),
        ("ENGINEER", "INITECH LLC", "2015", "2019", 1, False),
    ),
    Drawn(
        "contact-table-first",
        """
| Name | Jane Roe
| Phone | 555 123 4567
| Languages | English, German
| Experience | 5 years
**Employment**
**Globex — Engineer — 2019 – Present**
- Built services
**Education**
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
    ),
    Drawn(
        "freelance",
        """
# Experience
**Freelance Web Developer**⇥2018 – Present
**Client: Umbrella**
- Built a shop
**Client: Hooli**
- Built a blog
# Education
""",
        ("Freelance Web Developer", None, "2018", "present", 0, False),
        (ANY, "Umbrella", ANY, ANY, 1, False),
        (ANY, "Hooli", ANY, ANY, 1, False),
    ),
    Drawn(
        "env-bulleted",
        """
# Experience
**Engineer, Globex**⇥2019 – Present
- Built services
- Led team
- Environment: Java, Spring
**Tester, Initech**⇥2015 – 2019
- Wrote tests
- Environment: Java
# Education
""",
        ("Engineer", "Globex", "2019", "present", 2, True),
        ("Tester", "Initech", "2015", "2019", 1, True),
    ),
    Drawn(
        "two-line-soft",
        """
# EXPERIENCE
**Globex**⏎Engineer⏎Jan 2019 – Present
- Built services
**Initech**⏎Tester⏎Jan 2016 – Dec 2018
- Wrote tests
""",
        ("Engineer", "Globex", "2019-01", "present", 1, False),
        ("Tester", "Initech", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "everything-in-para",
        """
# Experience
**Engineer** at Globex, Boston, MA (Jan 2019 – Present): built services and led the team of ten engineers.
**Tester** at Initech, Austin, TX (Jan 2016 – Dec 2018): wrote tests for the reporting tools of the bank.
# Education
""",
        ("Engineer", "Globex", "2019-01", "present", 0, False),
        ("Tester", "Initech", "2016-01", "2018-12", 0, False),
    ),
    Drawn(
        "military",
        """
MILITARY SERVICE
Sergeant, U.S. Army⇥2010 – 2014
- Led a squad
EXPERIENCE
Guard, Globex Security⇥2014 – Present
- Guarded the plant
""",
        ("Sergeant", "U.S. Army", "2010", "2014", 1, False),
        ("Guard", "Globex Security", "2014", "present", 1, False),
    ),
    Drawn(
        "responsib-sentence",
        """
# Work Experience
**Cashier, Globex Store** (2019 – 2021)
My responsibilities included:
- Handling cash
- Serving customers
**Waiter, Initech Cafe** (2017 – 2019)
My responsibilities included:
- Taking orders
# Education
""",
        ("Cashier", "Globex Store", "2019", "2021", 2, False),
        ("Waiter", "Initech Cafe", "2017", "2019", 1, False),
    ),
    Drawn(
        "dateless-mixed",
        """
# Experience
**Engineer — Globex**⇥2019 – Present
- Built services
**Tester — Initech**
- Wrote tests
**Clerk — Umbrella**⇥2010 – 2012
- Filed papers
# Education
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", None, None, 1, False),
        ("Clerk", "Umbrella", "2010", "2012", 1, False),
    ),
    Drawn(
        "mlproj",
        """
# Projects
- **Billing Hub** (2020)
-- Built services
-- Led team
- **Search Portal** (2019)
-- Tuned search
# Education
""",
        ("Billing Hub", None, "2020", "2020", 2, False),
        ("Search Portal", None, "2019", "2019", 1, False),
    ),
    Drawn(
        "heading-jobs",
        """
# Jane Roe
## Professional Experience
# Globex
2019 – Present
Engineer
- Built services
# Initech
2015 – 2019
Tester
- Wrote tests
## Education
BS
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
)
