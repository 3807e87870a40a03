"""Resumes as staffing desks get them: clients and roles by label, numbered projects, tables of employers."""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "n1",
        """
**Ravi K. Menon**
Email: ravi@x.example | Phone: (555) 010-2233
**Professional Summary:**
- Over 9+ years of IT experience in analysis and design of web applications.
- Hands on experience in AWS since 2016.
**Technical Skills:**
| Languages | Java, Python
| Cloud | AWS, Azure
**Professional Experience:**
**Client: Westmere Bank, Charlotte, NC**⇥⇥**Jan 2022 – Till Date**
**Role: Sr. Java Full Stack Developer**
**Description:** The project migrates the loan platform of the bank to the cloud.
**Roles & Responsibilities:**
- Designed REST services.
- Built Angular screens.
- Wrote tests.
**Environment:** Java 11, Spring Boot, Angular

**Client: Lumen Ridge Health, Hartford, CT**⇥⇥**Mar 2019 – Dec 2021**
**Role: Java Developer**
**Description:** Claims intake for three states.
**Roles & Responsibilities:**
- Built batch jobs.
- Tuned queries.
**Environment:** Java 8, Oracle
**Education:**
Bachelor of Technology, JNTU, 2013
""",
        ("Sr. Java Full Stack Developer", "Westmere Bank", "2022-01", "present", 3, True),
        ("Java Developer", "Lumen Ridge Health", "2019-03", "2021-12", 2, True),
    ),
    Drawn(
        "n2",
        """
**Anita Rao**
**WORK EXPERIENCE**
**Project #1:**
Project Name: Orion Billing
Client: Tessaly Telecom
Duration: Jan 2020 to Dec 2021
Team Size: 8
Role: Senior Developer
**Responsibilities:**
- Designed the rating engine.
- Led four developers.

**Project #2:**
Project Name: Vega Portal
Client: Harrow Mills
Duration: Jun 2017 to Dec 2019
Team Size: 5
Role: Developer
**Responsibilities:**
- Built screens.
- Fixed defects.
**EDUCATION**
MCA, Anna University, 2012
""",
        ("Senior Developer", "Tessaly Telecom", "2020-01", "2021-12", 2, False),
        ("Developer", "Harrow Mills", "2017-06", "2019-12", 2, False),
    ),
    Drawn(
        "n3",
        """
JOHN HALE
PROFESSIONAL EXPERIENCE
SENIOR DEVOPS ENGINEER, BLUEFERN RETAIL (CONTRACT) | SEATTLE, WA | 03/2021 – PRESENT
• Built pipelines in Jenkins.
• Wrote Terraform modules.
Technologies Used: AWS, Terraform, Jenkins
DEVOPS ENGINEER, QUARRY SOFTWARE | AUSTIN, TX | 01/2018 – 02/2021
• Ran Kubernetes clusters.
Technologies Used: Docker, Kubernetes
EDUCATION
BS Computer Science, Ohio State, 2015
""",
        ("SENIOR DEVOPS ENGINEER", "BLUEFERN RETAIL", "2021-03", "present", 2, True),
        ("DEVOPS ENGINEER", "QUARRY SOFTWARE", "2018-01", "2021-02", 1, True),
    ),
    Drawn(
        "n4",
        """
**Maya Lindqvist**
# Experience
**Northwind Consulting, Bengaluru** — Jun 2015 – Present
**Senior Analyst** (Jan 2019 – Present)
- Led the data platform.
- Hired six people.
**Analyst** (Jun 2015 – Dec 2018)
- Built reports.
- Ran workshops.
# Education
B.E., PES University
""",
        ("Senior Analyst", "Northwind Consulting", "2019-01", "present", 2, False),
        ("Analyst", "Northwind Consulting", "2015-06", "2018-12", 2, False),
    ),
    Drawn(
        "n5",
        """
**Omar Haddad**
## PROFESSIONAL EXPERIENCE
**Senior Data Engineer**⇥Nov 2020 – Current (3 yrs 2 mos)
Fernway Logistics, Dallas, TX (Remote)
**Data Pipelines:**
- Built Spark jobs.
- Moved 40 feeds to Airflow.
**Cloud:**
- Set up Snowflake.
**Tech Stack:** Spark, Airflow, Snowflake
**Data Engineer**⇥Feb 2018 – Oct 2020 (2 yrs 9 mos)
Corvid Insurance, Plano, TX
- Wrote ETL in Informatica.
- Tuned Oracle.
**Tech Stack:** Informatica, Oracle
## EDUCATION
MS, UT Dallas, 2017
""",
        ("Senior Data Engineer", "Fernway Logistics", "2020-11", "present", 3, True),
        ("Data Engineer", "Corvid Insurance", "2018-02", "2020-10", 2, True),
    ),
    Drawn(
        "n6",
        """
**Lena Fischer**
**BERUFSERFAHRUNG**
Seit 03/2020⇥Softwareentwicklerin, Kranich Systeme GmbH, Hamburg
- Entwicklung von Microservices mit Java und Spring Boot
- Einführung von CI/CD
08/2015 – 02/2020⇥Junior Entwicklerin, Möwe Software AG, Kiel
- Pflege der Webanwendung
- Unit-Tests mit JUnit
**AUSBILDUNG**
10/2011 – 07/2015⇥B.Sc. Informatik, Universität Kiel
""",
        ("Softwareentwicklerin", "Kranich Systeme GmbH", "2020-03", "present", 2, False),
        ("Junior Entwicklerin", "Möwe Software AG", "2015-08", "2020-02", 2, False),
    ),
    Drawn(
        "n7",
        """
**Chloé Martin**
**EXPÉRIENCES PROFESSIONNELLES**
De janvier 2019 à mars 2021 : Ingénieure DevOps chez Altaïs Réseaux, Lyon
- Mise en place de pipelines GitLab CI
- Automatisation avec Ansible
Environnement technique : GitLab, Ansible, Docker
De mai 2016 à décembre 2018 : Développeuse Java chez Novelis Conseil, Paris
- Développement de services REST
Environnement technique : Java, Spring
**FORMATION**
Master Informatique, Université de Lyon, 2016
""",
        ("Ingénieure DevOps", "Altaïs Réseaux", "2019-01", "2021-03", 2, True),
        ("Développeuse Java", "Novelis Conseil", "2016-05", "2018-12", 1, True),
    ),
    Drawn(
        "n8",
        """
**Grace Okoro**
# Employment History
2018 – 2021⇥Senior Consultant, Larkspur Advisory
⇥- Advised banks on risk.
2015 – 2018⇥Consultant, Fenwick Partners
⇥- Wrote models.
# Education
2011 – 2015⇥BSc Economics, University of Lagos
""",
        ("Senior Consultant", "Larkspur Advisory", "2018", "2021", 1, False),
        ("Consultant", "Fenwick Partners", "2015", "2018", 1, False),
    ),
    Drawn(
        "n9",
        """
**William Tate**
**WORK EXPERIENCE**
**IT Specialist (INFOSEC), GS-2210-12**
Bureau of River Works, Denver, CO 80225
**Dates Employed:** 06/2017 – Present
**Hours per week:** 40
**Salary:** $98,000 per annum
**Supervisor:** Ann Black, (555) 010-1234, may contact
**Duties:**
- Assessed systems against NIST 800-53.
- Led incident response.
**Network Technician**
Prairie School District, Boulder, CO 80301
**Dates Employed:** 01/2012 – 05/2017
**Hours per week:** 40
**Duties:**
- Ran the help desk.
**EDUCATION**
BS, Information Systems, 2011
""",
        (ANY, "Bureau of River Works", "2017-06", "present", 2, False),
        ("Network Technician", "Prairie School District", "2012-01", "2017-05", 1, False),
    ),
    Drawn(
        "n10",
        """
**Priya S**
**EXPERIENCE SUMMARY**
| **Organization** | **Designation** | **Duration**
| Quillmark Software | Senior Engineer | Jan 2019 – Present
| Brightwell Labs | Engineer | Jul 2015 – Dec 2018
**PROJECT DETAILS**
**Project: Helios** (Jan 2020 – Present)
Client: Cobalt Energy
Role: Tech Lead
Responsibilities:
- Designed event flows.
- Reviewed code.
Environment: Java, Kafka
**Project: Selene** (Jan 2019 – Dec 2019)
Client: Amber Foods
Role: Developer
Responsibilities:
- Built services.
Environment: Java, Oracle
**EDUCATION**
B.Tech, 2015
""",
        ("Tech Lead", "Cobalt Energy", "2020-01", "present", 2, True),
        ("Developer", "Amber Foods", "2019-01", "2019-12", 1, True),
    ),
    Drawn(
        "n11",
        """
**Daniel Cho**
(555) 222-1111 ∙ dan@x.example ∙ linkedin.example/in/dcho
**CAREER HISTORY**
**Marlow & Pike LLP**
New York, NY
**Senior Business Analyst**
September 2019 to date
- Wrote requirements for trading desks.
- Ran UAT.
**Greyfriars Capital**
Boston, MA
**Business Analyst**
July 2015 to August 2019
- Mapped processes.
**CERTIFICATIONS**
CBAP, 2018
""",
        ("Senior Business Analyst", "Marlow & Pike LLP", "2019-09", "present", 2, False),
        ("Business Analyst", "Greyfriars Capital", "2015-07", "2019-08", 1, False),
    ),
    Drawn(
        "n12",
        """
**Sofia Reyes**
**EXPERIENCIA LABORAL**
**Ingeniera de Software** | Grupo Tamarindo | Ciudad de México | ene. 2020 – actualidad
- Desarrollé servicios en Python.
- Automaticé despliegues.
**Desarrolladora** | Nopal Digital | Monterrey | mar. 2017 – dic. 2019
- Construí interfaces en React.
**EDUCACIÓN**
Ing. en Sistemas, ITESM, 2016
""",
        ("Ingeniera de Software", "Grupo Tamarindo", "2020-01", "present", 2, False),
        ("Desarrolladora", "Nopal Digital", "2017-03", "2019-12", 1, False),
    ),
    Drawn(
        "n13",
        """
**Kevin Blake**
**Summary**
Scrum Master / Agile Coach with 12 years in delivery.
**Professional Experience**
**Scrum Master / Agile Coach, Ironbridge Mutual, Chicago IL (01/2020 to 02/2023)**
- Coached nine teams.
- Cut cycle time.
**Project Manager, Stonegate Foods, Peoria IL (05/2014 to 12/2019)**
- Ran a program of $4M.
**Additional Experience**
Help Desk Lead, Tidewater Bank, 2010 – 2014
""",
        ("Scrum Master / Agile Coach", "Ironbridge Mutual", "2020-01", "2023-02", 2, False),
        ("Project Manager", "Stonegate Foods", "2014-05", "2019-12", 1, False),
        ("Help Desk Lead", "Tidewater Bank", "2010", "2014", 0, False),
    ),
    Drawn(
        "n14",
        """
**Ifeoma N**
# WORK EXPERIENCE
**Freelance Web Developer** – Self-employed, Remote
_June 2021 – Ongoing_
- Built shops on Shopify.
- Kept 20 sites patched.
**Web Developer Intern** – Pelican Media, Abuja
_Summer 2020_
- Made landing pages.
# PROJECTS
**Recipe Finder** – React, Firebase
- Search by ingredients.
**Budget Buddy** – Vue, Node.js
- Tracks spending.
# EDUCATION
BSc Computer Science, 2021
""",
        ("Freelance Web Developer", ANY, "2021-06", "present", 2, False),
        ("Web Developer Intern", "Pelican Media", "2020", "2020", 1, False),
        ("Recipe Finder", None, None, None, 1, False),
        ("Budget Buddy", None, None, None, 1, False),
    ),
    Drawn(
        "n15",
        """
**Tom Wills**
**Key Skills**
- Java
- Kubernetes
**Employment**
Lead Engineer, Copperfield Games, 2019-present
Led the backend team of eight. Moved matchmaking to Go. Introduced load tests.
Engineer, Bluebell Studios, 2014-2019
Wrote tools for artists. Kept servers running at launch.
**Education**
BA, 2013
""",
        ("Lead Engineer", "Copperfield Games", "2019", "present", ANY, False),
        ("Engineer", "Bluebell Studios", "2014", "2019", ANY, False),
    ),
)
