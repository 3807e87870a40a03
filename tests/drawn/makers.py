"""Resumes as templates, career offices and countries ask for them, and as consultants write them.

Each picture is read by `drawn.drawing.draw`; behind it stand the experiences that a person finds in it: role, company,
start, end, number of bullets, and whether it has an environment line. ANY stands for what nobody asks.
"""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "more-g-spearmint",
        """
**Ann Doe**
ann@x.example
EXPERIENCE
Globex Bank, London — Risk Analyst
SEPTEMBER 2019 - PRESENT
Monitored credit exposure across the corporate book and reported weekly to the committee.
Initech, Leeds — Junior Analyst
JULY 2017 - AUGUST 2019
Prepared monthly dashboards for the finance director.
EDUCATION
University of Leeds, Leeds — BSc Economics
2014 - 2017
PROJECTS
Loan Scoring Engine — Side project
Built a scorecard in R that predicts default.
LANGUAGES
English, Spanish
""",
        ("Risk Analyst", "Globex Bank", "2019-09", "present", 1, False),
        ("Junior Analyst", "Initech", "2017-07", "2019-08", 1, False),
        (ANY, ANY, None, None, 1, False),
    ),
    Drawn(
        "more-harvard",
        """
**Jane Q. Doe**
12 Elm St · Cambridge, MA 02138 · jane@x.example · (617) 555-0100
**Education**
**Crimson University**⇥Cambridge, MA
A.B. in Government, GPA 3.7⇥May 2022
Thesis: Votes and Water
**Northgate High School**⇥Denver, CO
**Experience**
**Globex Strategy**⇥Boston, MA
_Summer Associate_⇥June 2021 – August 2021
- Modeled demand for three product lines
- Presented to client CFO
**City Council of Denver**⇥Denver, CO
_Legislative Intern_⇥May 2020 – July 2020
- Drafted memos on zoning
**Leadership and Activities**
**Debate Union**⇥Cambridge, MA
_President_⇥September 2019 – May 2022
- Led a team of 30 debaters
**Skills & Interests**
Technical: Excel, Stata
Language: Fluent in French
""",
        ("Summer Associate", "Globex Strategy", "2021-06", "2021-08", 2, False),
        ("Legislative Intern", "City Council of Denver", "2020-05", "2020-07", 1, False),
        ("President", "Debate Union", "2019-09", "2022-05", 1, False),
    ),
    Drawn(
        "more-word-basic-365",
        """
# [Your Name]
[Address] | [Phone] | [Email]
# Objective
[To get started, click the placeholder text and type.]
# Education
## [DEGREE] | [DATE EARNED] | [SCHOOL]
- Major: [Click here to enter text]
# Experience
## [JOB TITLE] | [COMPANY] | [DATES FROM – TO]
- [This is the place for a brief summary of your key responsibilities.]
## [JOB TITLE] | [COMPANY] | [DATES FROM – TO]
- [Describe your accomplishments.]
""",
        ("[JOB TITLE]", "[COMPANY]", None, None, 1, False),
        ("[JOB TITLE]", "[COMPANY]", None, None, 1, False),
    ),
    Drawn(
        "more-word-chrono-2003",
        """
| **Objective** |
| | A position in accounting
| **Experience** |
| | 1998–2003⇥Globex Outfitters⇥Southridge, SC
| | **National Sales Manager**
| | - Increased sales from $50 million to $100 million.
| | - Doubled sales per representative.
| | 1994–1998⇥Initech Trading⇥Southridge, SC
| | **District Sales Manager**
| | - Increased regional sales.
| **Education** |
| | 1971–1975⇥Southridge State University⇥Southridge, SC
| | - B.A., Business Administration
| **Interests** |
| | SR Board of Directors, running
""",
        ("National Sales Manager", "Globex Outfitters", "1998", "2003", 2, False),
        ("District Sales Manager", "Initech Trading", "1994", "1998", 1, False),
    ),
    Drawn(
        "more-word-functional",
        """
**Ray Poe**
# Objective
To get a job in retail
# Professional Profile
**Retail Management**
- Managed a store with twelve staff
- Cut shrinkage by 20%
**Customer Service**
- Solved complaints at the counter
# Work History
Store Manager, Globex Mart, Reno, NV 2012–2018
Assistant Manager, Initech Foods, Reno, NV 2008–2012
# Education
State College, Reno, NV
""",
        ("Store Manager", "Globex Mart", "2012", "2018", 0, False),
        ("Assistant Manager", "Initech Foods", "2008", "2012", 0, False),
    ),
    Drawn(
        "more-europass-new",
        """
**Eva Novak**
**WORK EXPERIENCE**
01/03/2019 – CURRENT Brno, Czechia
**DATA ENGINEER** GLOBEX LABS
- Building pipelines for sensors
- Mentoring of two students
01/09/2016 – 28/02/2019 Praha, Czechia
**DEVELOPER** INITECH SOFT
- Maintaining the billing portal
**EDUCATION AND TRAINING**
2011 – 2016 Brno, Czechia
**MASTER** Technical University
**LANGUAGE SKILLS**
Mother tongue(s): CZECH
""",
        ("DATA ENGINEER", "GLOBEX LABS", "2019-03", "present", 2, False),
        ("DEVELOPER", "INITECH SOFT", "2016-09", "2019-02", 1, False),
    ),
    Drawn(
        "more-german-table",
        """
**Lebenslauf**
**Persönliche Daten**
| Name | Max Muster
| Geboren am | 01.01.1985 in Köln
**Beruflicher Werdegang**
| 04/2016 – heute | **Teamleiter Einkauf** / Globex GmbH, Köln / - Führung / - Verhandlung mit Lieferanten
| 08/2011 – 03/2016 | **Einkäufer** / Initech AG, Bonn / - Bestellung von Material
**Ausbildung**
| 10/2006 – 07/2011 | Studium der BWL / Universität Köln
**Kenntnisse**
| Sprachen | Englisch
Köln, 03.05.2020
""",
        ("Teamleiter Einkauf", "Globex GmbH", "2016-04", "present", 2, False),
        ("Einkäufer", "Initech AG", "2011-08", "2016-03", 1, False),
    ),
    Drawn(
        "more-french",
        """
**Claire Dupont**
**EXPÉRIENCE PROFESSIONNELLE**
**Depuis septembre 2018 : Responsable marketing – Globex France, Lyon**
- Gestion d'une équipe de cinq personnes
- Pilotage du budget
**Janvier 2015 – août 2018 : Chargée de communication – Initech SA, Paris**
- Organisation de salons
**FORMATION**
2010 – 2014 : Master marketing, Université de Lyon
**COMPÉTENCES**
Anglais courant
**CENTRES D'INTÉRÊT**
Voile
""",
        ("Responsable marketing", "Globex France", "2018-09", "present", 2, False),
        ("Chargée de communication", "Initech SA", "2015-01", "2018-08", 1, False),
    ),
    Drawn(
        "more-spanish",
        """
**María Pérez**
**EXPERIENCIA LABORAL**
**Globex España S.L.** – Madrid
_Jefa de proyecto_ | Marzo 2019 – Actualidad
- Coordinación de equipos
- Control de costes
**Initech S.A.** – Sevilla
_Ingeniera de calidad_ | Enero 2015 – Febrero 2019
- Auditorías internas
**FORMACIÓN ACADÉMICA**
Ingeniería Industrial, Universidad de Sevilla, 2009 – 2014
**IDIOMAS**
Inglés: C1
""",
        ("Jefa de proyecto", "Globex España S.L.", "2019-03", "present", 2, False),
        ("Ingeniera de calidad", "Initech S.A.", "2015-01", "2019-02", 1, False),
    ),
    Drawn(
        "more-brazil",
        """
João Silva
OBJETIVO
Atuar como analista
EXPERIÊNCIA PROFISSIONAL
Globex do Brasil Ltda.
Cargo: Analista de Sistemas
Período: 03/2018 – atual
Principais atividades:
• Desenvolvimento de relatórios
• Suporte aos usuários
Initech S/A
Cargo: Auxiliar Administrativo
Período: 02/2014 a 02/2018
Principais atividades:
• Emissão de notas
FORMAÇÃO ACADÊMICA
Bacharel em Computação – 2013
CURSOS COMPLEMENTARES
Excel avançado
""",
        ("Analista de Sistemas", "Globex do Brasil Ltda.", "2018-03", "present", 2, False),
        ("Auxiliar Administrativo", "Initech S/A", "2014-02", "2018-02", 1, False),
    ),
    Drawn(
        "more-dutch-tabs",
        """
CURRICULUM VITAE
Persoonlijke gegevens
Naam⇥Jan Jansen
Werkervaring
2018 – heden⇥Globex Nederland BV te Utrecht
⇥Functie: Teamleider logistiek
- Aansturen van twintig medewerkers
2012 – 2018⇥Initech BV te Breda
⇥Functie: Magazijnmedewerker
- Laden en lossen
Opleiding
2008 – 2012⇥MBO Logistiek
""",
        ("Teamleider logistiek", "Globex Nederland BV", "2018", "present", 1, False),
        ("Magazijnmedewerker", "Initech BV", "2012", "2018", 1, False),
    ),
    Drawn(
        "more-polish-table",
        """
Doświadczenie zawodowe
| 03.2017 – do dziś | **Globex Polska Sp. z o.o.** / Stanowisko: Księgowa / - Prowadzenie ksiąg / - Rozliczanie podatków
| 06.2012 – 02.2017 | **Initech S.A.** / Stanowisko: Asystentka / - Obsługa biura
Wykształcenie
| 2007 – 2012 | Uniwersytet Warszawski / Ekonomia
Języki obce
Angielski
""",
        ("Księgowa", "Globex Polska Sp. z o.o.", "2017-03", "present", 2, False),
        ("Asystentka", "Initech S.A.", "2012-06", "2017-02", 1, False),
    ),
    Drawn(
        "more-chinese",
        """
**个人简历**
**工作经历**
2019.03 – 至今⇥上海环球科技有限公司⇥高级软件工程师
- 负责支付系统的设计与开发
- 带领五人团队
2015.07 – 2019.02⇥北京初创网络有限公司⇥软件工程师
- 开发后台接口
**教育背景**
2011.09 – 2015.06⇥北京大学⇥计算机科学
**专业技能**
Java, MySQL
**自我评价**
认真负责
""",
        ("高级软件工程师", "上海环球科技有限公司", "2019-03", "present", 2, False),
        ("软件工程师", "北京初创网络有限公司", "2015-07", "2019-02", 1, False),
    ),
    Drawn(
        "more-federal",
        """
**WORK EXPERIENCE**
**Program Analyst (GS-0343-12)**
Department of Umbrella Affairs, Office of Planning
1200 Elm Avenue, Washington, DC 20001
**06/2016 – Present**
Hours per week: 40
Salary: $89,000 per year
Supervisor: Pat Poe (202-555-0100), may contact: Yes
**Duties:**
- Analyze program performance data for executives
- Brief senior leaders every quarter
**Accomplishments:**
- Saved $1.2M by consolidating contracts
**Management Assistant (GS-0344-07)**
Globex Agency, Baltimore, MD
**03/2012 – 05/2016**
Hours per week: 40
Salary: $45,000 per year
Supervisor: Lee Roe, may contact: Yes
**Duties:**
- Managed correspondence for the director
**EDUCATION**
BA, State College, 2011
""",
        (
            "Program Analyst (GS-0343-12)",
            "Department of Umbrella Affairs, Office of Planning",
            "2016-06",
            "present",
            3,
            False,
        ),
        ("Management Assistant (GS-0344-07)", "Globex Agency", "2012-03", "2016-05", 1, False),
    ),
    Drawn(
        "more-teacher",
        """
PROFESSIONAL SUMMARY
Teacher with 10+ years of experience.
TEACHING EXPERIENCE
Northgate Elementary School, Denver, CO
Third Grade Teacher, August 2014 - June 2021
▪ Planned lessons in math and reading for 25 students
▪ Raised scores by 12%
Southridge School District, Boulder, CO
Substitute Teacher, 2012 - 2014
▪ Covered classes from K to 5
RELATED EXPERIENCE
Camp Umbrella, Estes Park, CO
Counselor, Summers 2010 - 2012
▪ Led hikes
CERTIFICATION
Colorado Professional License, Elementary K-6
PROFESSIONAL DEVELOPMENT
Reading Workshop, 2018
""",
        ("Third Grade Teacher", "Northgate Elementary School", "2014-08", "2021-06", 2, False),
        ("Substitute Teacher", "Southridge School District", "2012", "2014", 1, False),
        ("Counselor", "Camp Umbrella", "2010", "2012", 1, False),
    ),
    Drawn(
        "more-india-employer-then-projects",
        """
# Professional Experience
**Globex Software Ltd, Hyderabad**⇥**Apr 2018 – Present**
**Designation: Technical Lead**
**Project 1: Claims Portal**
Client: Umbrella Insurance
Technologies: Java, Angular, Oracle
**Responsibilities:**
• Designed the claims module
• Reviewed code of the team
**Project 2: Agent Desk**
Client: Hooli Mutual
Technologies: Java, React
**Responsibilities:**
• Built the quote screens
**Initech Solutions, Bangalore**⇥**Jul 2014 – Mar 2018**
**Designation: Software Engineer**
**Project 1: Store POS**
Client: Vandelay
Technologies: C#, SQL Server
**Responsibilities:**
• Fixed defects
# Education
""",
        ("Technical Lead", "Globex Software Ltd", "2018-04", "present", 0, False),
        (ANY, "Umbrella Insurance", ANY, ANY, 2, True),
        (ANY, "Hooli Mutual", ANY, ANY, 1, True),
        ("Software Engineer", "Initech Solutions", "2014-07", "2018-03", 0, False),
        (ANY, "Vandelay", ANY, ANY, 1, True),
    ),
    Drawn(
        "more-staffing-client-line",
        """
**Professional Experience:**
**Client: Globex Health, Hartford, CT⇥⇥Jan 2020 – Till Date**
**Role: Sr. Data Engineer**
**Responsibilities:**
- Built pipelines in Azure Data Factory
- Tuned Spark jobs
**Environment:** Azure, Databricks, Python
**Client: Initech / Umbrella Bank, Charlotte, NC⇥⇥Mar 2017 – Dec 2019**
**Role: Data Engineer**
**Responsibilities:**
- Loaded data into Hive
**Environment:** Hadoop, Hive
**Education:**
- Bachelors in CSE, JNTU, 2012
""",
        ("Sr. Data Engineer", "Globex Health", "2020-01", "present", 2, True),
        ("Data Engineer", "Initech / Umbrella Bank", "2017-03", "2019-12", 1, True),
    ),
    Drawn(
        "more-staffing-one-line",
        """
WORK EXPERIENCE
Client: Globex, Dallas, TX ⇥ Jan 2020 – Till Date ⇥ Role: Java Developer
Project: Payments Gateway
Roles and Responsibilities:
• Developed REST APIs
• Wrote unit tests
Technologies used – Java, Spring, Kafka
Client: Initech, Plano, TX ⇥ Feb 2018 – Dec 2019 ⇥ Role: Java Developer
Project: Loan Origination
Roles and Responsibilities:
• Developed screens
Technologies used – Java, JSF
EDUCATION
""",
        ("Java Developer", "Globex", "2020-01", "present", 2, True),
        ("Java Developer", "Initech", "2018-02", "2019-12", 1, True),
    ),
    Drawn(
        "more-linkedin-pdf",
        """
**Experience**
Globex
3 years 2 months
Senior Product Manager
January 2021 - Present (2 years 1 month)
San Francisco Bay Area
Own the roadmap for checkout and lead a team of four designers and engineers.
Product Manager
December 2019 - December 2020 (1 year 1 month)
San Francisco, California, United States
Launched the loyalty program.
Initech
Associate Product Manager
July 2017 - November 2019 (2 years 5 months)
Austin, Texas
Ran experiments on onboarding.
**Education**
State College
Bachelor's degree, Economics · (2013 - 2017)
""",
        ("Senior Product Manager", "Globex", "2021-01", "present", 1, False),
        ("Product Manager", "Globex", "2019-12", "2020-12", 1, False),
        ("Associate Product Manager", "Initech", "2017-07", "2019-11", 1, False),
    ),
    Drawn(
        "more-linkedin-mos",
        """
# Experience
**Software Engineer II**
Globex · Full-time
Jan 2021 – Present · 2 yrs 3 mos
Seattle, Washington · Remote
- Built the payments API
**Software Engineer**
Initech · Contract
Jun 2018 – Dec 2020 · 2 yrs 7 mos
Portland, Oregon
- Wrote the search service
# Education
""",
        ("Software Engineer II", "Globex", "2021-01", "present", 1, False),
        ("Software Engineer", "Initech", "2018-06", "2020-12", 1, False),
    ),
    Drawn(
        "more-zety",
        """
**Work Experience**
**2019-03 – present** | **Digital Marketing Manager**
_Globex Media, Tampa, FL_
- Managed a $300k budget
- Grew organic traffic by 80%
**2016-06 – 2019-02** | **SEO Specialist**
_Initech Digital, Tampa, FL_
- Ran audits
**Key achievement:**
- Won the 2018 Search Prize
**Education**
**2016-05** | BA in Marketing
""",
        ("Digital Marketing Manager", "Globex Media", "2019-03", "present", 2, False),
        ("SEO Specialist", "Initech Digital", "2016-06", "2019-02", 2, False),
    ),
    Drawn(
        "more-zety-left-table",
        """
| **Experience** |
| 2019-03 – present | **Store Manager** / _Globex Apparel, Omaha, NE_ / - Led a team of 14 / - Beat targets
| 2016-01 – 2019-02 | **Sales Associate** / _Initech Shoes, Omaha, NE_ / - Sold shoes
| **Education** |
| 2012 – 2016 | **BA in History** / _State College_
| **Skills** |
| | Leadership
""",
        ("Store Manager", "Globex Apparel", "2019-03", "present", 2, False),
        ("Sales Associate", "Initech Shoes", "2016-01", "2019-02", 1, False),
    ),
    Drawn(
        "more-canva-columns",
        """
[[
**CONTACT**
555-0100
**SKILLS**
Photoshop
**LANGUAGES**
French
]]
[[
**WORK EXPERIENCE**
**Graphic Designer**
Globex Studio
2020 - Present
- Design logos
- Lead brand work
**Junior Designer**
Initech Print
2017 - 2020
- Prepared print files
**EDUCATION**
**BFA**
Art College
2013 - 2017
]]
""",
        ("Graphic Designer", "Globex Studio", "2020", "present", 2, False),
        ("Junior Designer", "Initech Print", "2017", "2020", 1, False),
    ),
    Drawn(
        "more-military-civ",
        """
**MILITARY EXPERIENCE**
**United States Navy** – Norfolk, VA⇥06/2008 – 06/2014
**Petty Officer First Class / Logistics Specialist**
- Managed inventory of 4,000 parts
- Trained 25 sailors
**CIVILIAN EXPERIENCE**
**Warehouse Supervisor**, Globex Freight – Memphis, TN⇥07/2014 – Present
- Supervise the night shift
**SECURITY CLEARANCE**
Secret, active until 2025
""",
        ("Petty Officer First Class / Logistics Specialist", "United States Navy", "2008-06", "2014-06", 2, False),
        ("Warehouse Supervisor", "Globex Freight", "2014-07", "present", 1, False),
    ),
    Drawn(
        "more-career-break",
        """
EXPERIENCE
Data Analyst | Globex | Remote | Mar 2022 - Now
- Built dashboards in Power BI
Career Break | Family care | Jan 2021 - Feb 2022
Data Analyst | Initech | Leeds, UK | Sep 2018 - Dec 2020
- Cleaned survey data
EDUCATION
BSc, 2018
""",
        ("Data Analyst", "Globex", "2022-03", "present", 1, False),
        (ANY, ANY, "2021-01", "2022-02", 0, False),
        ("Data Analyst", "Initech", "2018-09", "2020-12", 1, False),
    ),
    Drawn(
        "more-promotion-stack",
        """
# Experience
**Globex Inc.** | Toronto, ON
**Engineering Manager** | May 2021 – Present
- Manage eight engineers
- Own the reliability program
**Senior Engineer** | Jan 2019 – Apr 2021
- Designed the event bus
**Engineer** | Jun 2016 – Dec 2018
- Built the admin console
**Initech** | Ottawa, ON
**Intern** | May 2015 – Aug 2015
- Wrote scripts
# Education
""",
        ("Engineering Manager", "Globex Inc.", "2021-05", "present", 2, False),
        ("Senior Engineer", "Globex Inc.", "2019-01", "2021-04", 1, False),
        ("Engineer", "Globex Inc.", "2016-06", "2018-12", 1, False),
        ("Intern", "Initech", "2015-05", "2015-08", 1, False),
    ),
    Drawn(
        "more-promotion-overall",
        """
**PROFESSIONAL EXPERIENCE**
**Globex Corporation, Phoenix, AZ⇥2010 – 2020**
**Regional Sales Director, 2016 – 2020**
• Directed 40 reps in five states
**Area Sales Manager, 2010 – 2016**
• Opened 12 accounts
**Initech, Tucson, AZ⇥2006 – 2010**
**Sales Representative**
• Sold copiers
**EDUCATION**
""",
        ("Regional Sales Director", "Globex Corporation", "2016", "2020", 1, False),
        ("Area Sales Manager", "Globex Corporation", "2010", "2016", 1, False),
        ("Sales Representative", "Initech", "2006", "2010", 1, False),
    ),
    Drawn(
        "more-one-line-jobs",
        """
EMPLOYMENT HISTORY
2015 – Present: Head Chef, Globex Bistro, Portland, OR
2011 – 2015: Sous Chef, Initech Kitchen, Portland, OR
2008 – 2011: Line Cook, Umbrella Diner, Salem, OR
EDUCATION
2007: Culinary Diploma
""",
        ("Head Chef", "Globex Bistro", "2015", "present", 0, False),
        ("Sous Chef", "Initech Kitchen", "2011", "2015", 0, False),
        ("Line Cook", "Umbrella Diner", "2008", "2011", 0, False),
    ),
    Drawn(
        "more-bullet-separated",
        """
**Experience**
**Globex • Product Designer • San Jose, CA • 2019–Present**
- Designed the mobile app
- Ran usability studies
**Initech • UI Designer • Fremont, CA • 2016–2019**
- Drew icons
**Education**
State College • BFA • 2016
""",
        ("Product Designer", "Globex", "2019", "present", 2, False),
        ("UI Designer", "Initech", "2016", "2019", 1, False),
    ),
    Drawn(
        "more-slash-separated",
        """
EXPERIENCE
GLOBEX / COPYWRITER / NEW YORK, NY / 2018 - PRESENT
Write scripts for radio and television spots for a dozen national brands.
INITECH / JUNIOR COPYWRITER / NEW YORK, NY / 2015 - 2018
Wrote headlines and social posts for retail clients.
EDUCATION
ART SCHOOL / BA / 2015
""",
        ("COPYWRITER", "GLOBEX", "2018", "present", 1, False),
        ("JUNIOR COPYWRITER", "INITECH", "2015", "2018", 1, False),
    ),
)
