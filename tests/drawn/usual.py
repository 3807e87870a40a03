"""Resumes as most people write them: staffing desks, students, teachers, nurses, scholars, consultants.

Each picture is read by `drawn.drawing.draw`; behind it stand the experiences that a person finds in it: role, company,
start, end, number of bullets, and whether it has an environment line. ANY stands for what nobody asks.
"""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "pd1",
        """
**Jane Roe**
jane@x.example | 555 123 4567
**PROFESSIONAL SUMMARY**
- 10+ years of experience in Java since 2010
- Worked with 2012-2015 era systems
**TECHNICAL SKILLS**
- **Languages:** Java, Python
**PROFESSIONAL EXPERIENCE**
**Globex Corporation | Aug 2023 – Present**⏎Senior Java Developer

**Responsibilities:**
~ Designed services.
~ Built pipelines.
**Environment:** Java, Spring

**Initech LLC | Jan 2020 – Jul 2023**⏎Java Developer

**Responsibilities:**
~ Wrote tests.
~ Fixed bugs.
**Environment:** Java, Oracle
**EDUCATION**
Bachelor of Engineering, State College, 2012
""",
        ("Senior Java Developer", "Globex Corporation", "2023-08", "present", 2, True),
        ("Java Developer", "Initech LLC", "2020-01", "2023-07", 2, True),
    ),
    Drawn(
        "pd2",
        """
PROFESSIONAL EXPERIENCE:
**Client - Globex – Aug 2023 – Present**⏎Senior Developer
- Designed services for claims.
- Built pipelines.
**Client - Initech – Jan 2020 - Jul 2023**⏎Developer
- Wrote tests.
EDUCATION:
BS, State College
""",
        ("Senior Developer", "Globex", "2023-08", "present", 2, False),
        ("Developer", "Initech", "2020-01", "2023-07", 1, False),
    ),
    Drawn(
        "pd3",
        """
# Work Experience
## Globex – Aug 2023 – Present Senior Software Engineer
- Designed services.

- Built pipelines.
## Initech – Jan 2020 – Jul 2023 Software Engineer
- Wrote tests.

- Fixed bugs.
# Education
""",
        ("Senior Software Engineer", "Globex", "2023-08", "present", 2, False),
        ("Software Engineer", "Initech", "2020-01", "2023-07", 2, False),
    ),
    Drawn(
        "pd4",
        """
**Work History**
**Lead Engineer**⏎Globex (Dallas, TX)⇥⇥⇥Jan 2024 – Present
PROJECT DESCRIPTION: The platform serves claims for many states and its members across the country.
Responsibilities:
- Designed services.
- Built pipelines.
**Engineer**⏎Initech (Austin, TX)⇥⇥⇥Jan 2020 – Dec 2023
PROJECT DESCRIPTION: Payment gateway of a bank with many users across the country and beyond.
Responsibilities:
- Wrote tests.
**Education**
""",
        ("Lead Engineer", "Globex", "2024-01", "present", 2, False),
        ("Engineer", "Initech", "2020-01", "2023-12", 1, False),
    ),
    Drawn(
        "pd5",
        """
# Experience
Senior Engineer | Globex | Jun 2021 - Present
- Designed services.
- Built pipelines.
Engineer | Initech | Jun 2019 - May 2021
- Wrote tests.
# Skills
Java
""",
        ("Senior Engineer", "Globex", "2021-06", "present", 2, False),
        ("Engineer", "Initech", "2019-06", "2021-05", 1, False),
    ),
    Drawn(
        "pd6",
        """
# Experience
## Data Engineer | Globex | Retail | Dallas, TX | Mar 2019 – May 2021
## Joined the retail analytics team to modernise the reporting platform and to move the batch jobs to the cloud.
- Designed services.
- Built pipelines.
## Analyst | Initech | Banking | Austin, TX | Mar 2016 – Feb 2019
## Supported the risk team with daily reports and ad hoc analysis of the portfolio for many stakeholders.
- Wrote tests.
# Education
""",
        ("Data Engineer", "Globex", "2019-03", "2021-05", 2, False),
        ("Analyst", "Initech", "2016-03", "2019-02", 1, False),
    ),
    Drawn(
        "harvard",
        """
**Sam Poe**
**Experience**
**Globex**⇥Boston, MA
_Marketing Intern_⇥Summer 2020
- Wrote campaigns.
- Ran A/B tests.

**Initech**⇥New York, NY
_Research Assistant_⇥Sept 2018 – May 2019
- Collected data.
**Education**
**State University**⇥Boston, MA
""",
        ("Marketing Intern", "Globex", "2020", "2020", 2, False),
        ("Research Assistant", "Initech", "2018-09", "2019-05", 1, False),
    ),
    Drawn(
        "jake",
        """
Experience
**Undergraduate Research Assistant**⇥June 2020 – Present
_Texas A&M University_⇥_College Station, TX_
• Developed a REST API
• Built a full-stack app
**Information Technology Support Specialist**⇥Sep. 2018 – Present
_Southwestern University_⇥_Georgetown, TX_
• Communicate with managers
• Assess problems
Projects
**Gitlytics** | _Python, Flask, React_⇥June 2020 – Present
• Developed a web app
**Simple Paintball** | _Spigot API, Java_⇥May 2018 – May 2020
• Developed a plugin
Technical Skills
**Languages**: Java
""",
        ("Undergraduate Research Assistant", "Texas A&M University", "2020-06", "present", 2, False),
        ("Information Technology Support Specialist", "Southwestern University", "2018-09", "present", 2, False),
        ("Gitlytics", None, "2020-06", "present", 1, False),
        ("Simple Paintball", None, "2018-05", "2020-05", 1, False),
    ),
    Drawn(
        "promo",
        """
# EXPERIENCE
**Globex Inc.**⇥2015 – Present
_Director of Sales_⇥2018 – Present
- Led a team.
- Grew revenue.
_Sales Manager_⇥2015 – 2018
- Managed accounts.
**Initech**⇥2010 – 2015
_Account Executive_⇥2010 – 2015
- Sold software.
# EDUCATION
""",
        ("Director of Sales", "Globex Inc.", "2018", "present", 2, False),
        ("Sales Manager", "Globex Inc.", "2015", "2018", 1, False),
        ("Account Executive", "Initech", "2010", "2015", 1, False),
    ),
    Drawn(
        "clients",
        """
# PROFESSIONAL EXPERIENCE
**Wipro Technologies, Bangalore, India⇥June 2015 – Present**
**Client: Globex Bank⇥Jan 2019 – Present**
**Role: Senior Developer**
**Project: Payments Hub**
Responsibilities:
- Designed services.
- Built pipelines.
Environment: Java, Spring
**Client: Initech Insurance⇥June 2015 – Dec 2018**
**Role: Developer**
**Project: Claims Portal**
Responsibilities:
- Wrote tests.
Environment: Java, Oracle
# EDUCATION
""",
        (ANY, ANY, ANY, ANY, 0, False),
        ("Senior Developer", "Globex Bank", "2019-01", "present", 2, True),
        ("Developer", "Initech Insurance", "2015-06", "2018-12", 1, True),
    ),
    Drawn(
        "labels",
        """
**Work Experience**

Company: Globex Pvt Ltd
Designation: Software Engineer
Duration: June 2019 to till date
Location: Pune

Roles and Responsibilities:
• Developed modules.
• Fixed bugs.

Company: Initech Pvt Ltd
Designation: Trainee
Duration: Jan 2018 to May 2019
Location: Mumbai

Roles and Responsibilities:
• Learned Java.

**Academic Qualifications**
""",
        ("Software Engineer", "Globex Pvt Ltd", "2019-06", "present", 2, False),
        ("Trainee", "Initech Pvt Ltd", "2018-01", "2019-05", 1, False),
    ),
    Drawn(
        "europass",
        """
| **PERSONAL INFORMATION** | Anna Rossi
| **WORK EXPERIENCE** |
| Dates | March 2015 – present
| Occupation or position held | Project Manager
| Main activities and responsibilities | Managed projects. / Led the team.
| Name and address of employer | Globex SpA, Milano (Italy)
| Type of business or sector | Engineering
| Dates | January 2010 – February 2015
| Occupation or position held | Civil Engineer
| Main activities and responsibilities | Designed bridges.
| Name and address of employer | Initech Srl, Torino (Italy)
| Type of business or sector | Construction
| **EDUCATION AND TRAINING** |
| Dates | 2004 – 2009
| Title of qualification awarded | Master in engineering
""",
        ("Project Manager", "Globex SpA", "2015-03", "present", 2, False),
        ("Civil Engineer", "Initech Srl", "2010-01", "2015-02", 1, False),
    ),
    Drawn(
        "german",
        """
# Berufserfahrung
| 01/2020 – heute | **Senior Softwareentwickler** / Globex GmbH, München / - Entwicklung von Diensten
+ / - Leitung des Teams
| 03/2016 – 12/2019 | **Softwareentwickler** / Initech AG, Berlin / - Pflege der Anwendung
# Ausbildung
| 10/2010 – 02/2016 | **Master Informatik** / Universität Bonn
""",
        ("Senior Softwareentwickler", "Globex GmbH", "2020-01", "present", 2, False),
        ("Softwareentwickler", "Initech AG", "2016-03", "2019-12", 1, False),
    ),
    Drawn(
        "french",
        """
EXPÉRIENCES PROFESSIONNELLES
**Janvier 2019 – Aujourd'hui : Chef de projet – Globex, Lyon**
- Pilotage du projet
- Encadrement de l'équipe
**Septembre 2015 – Décembre 2018 : Développeuse – Initech, Paris**
- Développement des modules
FORMATION
2015 : Master informatique, Université de Lyon
LANGUES
Anglais courant
""",
        ("Chef de projet", "Globex", "2019-01", "present", 2, False),
        ("Développeuse", "Initech", "2015-09", "2018-12", 1, False),
    ),
    Drawn(
        "spanish",
        """
# Experiencia Laboral
**Desarrolladora Senior**
Globex S.A. | Madrid | enero 2019 - actualidad
• Desarrollo de servicios
• Gestión del equipo
**Analista**
Initech S.L. | Sevilla | marzo 2015 - diciembre 2018
• Análisis de datos
# Formación
Grado en Informática, 2014
""",
        ("Desarrolladora Senior", "Globex S.A.", "2019-01", "present", 2, False),
        ("Analista", "Initech S.L.", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "nurse",
        """
**PROFESSIONAL EXPERIENCE**

**Registered Nurse, ICU**
St. Mary Hospital, Denver, CO
June 2018 to Present
• Provide care to critically ill patients.
• Train new nurses.

**Staff Nurse**
General Clinic, Boulder, CO
May 2015 to May 2018
• Administered medication.

**LICENSES & CERTIFICATIONS**
Registered Nurse, State of Colorado, 2015 – Present
BLS, 2019
**EDUCATION**
BSN, University of Colorado, 2015
""",
        ("Registered Nurse, ICU", "St. Mary Hospital", "2018-06", "present", 2, False),
        ("Staff Nurse", "General Clinic", "2015-05", "2018-05", 1, False),
    ),
    Drawn(
        "teacher-prose",
        """
# Experience
**English Teacher**, Lincoln High School, Salem, OR
August 2014 – Present
Plan and deliver lessons for five classes of thirty students each, and lead the drama club.

**Student Teacher**, Oak Middle School, Salem, OR
January 2014 – June 2014
Assisted in planning units on poetry and short stories, and graded papers every week.
# Education
""",
        ("English Teacher", "Lincoln High School", "2014-08", "present", 1, False),
        ("Student Teacher", "Oak Middle School", "2014-01", "2014-06", 1, False),
    ),
    Drawn(
        "twocol",
        """
| # Contact / jane@x.example / # Skills / - Java / - SQL / # Education / BS, State College / 2010 – 2014
+ | # Profile / Engineer with ten years of work in many fields. / # Experience / **Engineer, Globex**
+ / 2018 – Present / - Built services / - Led team / **Tester, Initech** / 2014 – 2018 / - Wrote tests
""",
        ("Engineer", "Globex", "2018", "present", 2, False),
        ("Tester", "Initech", "2014", "2018", 1, False),
    ),
    Drawn(
        "lefttitles",
        """
| **EXPERIENCE** | **Globex**, Boston, MA / _Engineer_, 2018 – Present / - Built services / - Led team
| | **Initech**, Austin, TX / _Tester_, 2014 – 2018 / - Wrote tests
| **EDUCATION** | **State College**, 2014 / BS in Physics
| **SKILLS** | Java, SQL
""",
        ("Engineer", "Globex", "2018", "present", 2, False),
        ("Tester", "Initech", "2014", "2018", 1, False),
    ),
    Drawn(
        "boxes",
        """
[[
**EXPERIENCE**
]]
[[
**Engineer** | Globex
2018 – Present
- Built services
- Led team
**Tester** | Initech
2014 – 2018
- Wrote tests
]]
[[
**EDUCATION**
BS, State College, 2014
]]
""",
        ("Engineer", "Globex", "2018", "present", 2, False),
        ("Tester", "Initech", "2014", "2018", 1, False),
    ),
    Drawn(
        "dates-first-line",
        """
Work Experience

01/2018 – Present
Globex Inc., Boston, MA
Sales Associate
• Assisted customers.
• Ran the till.

06/2015 – 12/2017
Initech LLC, Austin, TX
Cashier
• Handled cash.

Education

2011 – 2015
State College
BS in Business
""",
        ("Sales Associate", "Globex Inc.", "2018-01", "present", 2, False),
        ("Cashier", "Initech LLC", "2015-06", "2017-12", 1, False),
    ),
    Drawn(
        "plain-nodates-projects",
        """
# Projects
**Chess Engine** (C++)
- Wrote a search.
- Tuned it.
**Weather App** (React)
- Built a page.
# Skills
C++
""",
        ("Chess Engine", None, None, None, 2, False),
        ("Weather App", None, None, None, 1, False),
    ),
    Drawn(
        "subheads",
        """
# Experience
**Globex — Senior Engineer**⇥2019 – Present
**Backend**
- Built services.
- Tuned queries.
**Leadership**
- Mentored two people.
**Initech — Engineer**⇥2015 – 2019
- Wrote tests.
# Education
""",
        ("Senior Engineer", "Globex", "2019", "present", 3, False),
        ("Engineer", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "ach-labels",
        """
# Experience
**Sales Manager**, Globex, Boston⇥2019 – Present
Responsibilities
- Managed accounts.
Key Achievements
- Grew revenue by 20% in 2021.
**Account Executive**, Initech, Austin⇥2015 – 2019
Responsibilities
- Sold software.
Key Achievements
- Won award 2017.
# Education
""",
        ("Sales Manager", "Globex", "2019", "present", 2, False),
        ("Account Executive", "Initech", "2015", "2019", 2, False),
    ),
    Drawn(
        "academic",
        """
ACADEMIC APPOINTMENTS
Assistant Professor, Department of History, State University⇥2016–present
Lecturer, Oak College⇥2012–2016
PUBLICATIONS
Poe, S. (2019). A history. Journal of Things, 12(3).
TEACHING EXPERIENCE
Instructor, World History, State University⇥Fall 2017, Spring 2018
EDUCATION
PhD, History, Oak University⇥2012
""",
        ("Assistant Professor, Department of History", "State University", "2016", "present", 0, False),
        ("Lecturer", "Oak College", "2012", "2016", 0, False),
        ("Instructor, World History", "State University", "2017", "2018", 0, False),
    ),
    Drawn(
        "volunteer",
        """
# Experience
Engineer, Globex (2018 – Present)
- Built services
# Volunteer Experience
Mentor, Code Club (2019 – Present)
- Taught children
# Certifications
AWS Solutions Architect (2020 – 2023)
- Cloud
""",
        ("Engineer", "Globex", "2018", "present", 1, False),
        ("Mentor", "Code Club", "2019", "present", 1, False),
    ),
    Drawn(
        "cn",
        """
# 工作经历
2018年7月 - 至今⇥环球科技有限公司⇥高级软件工程师
- 负责后端开发
- 带领团队
2015年7月 - 2018年6月⇥东方软件公司⇥软件工程师
- 参与项目
# 教育背景
2011年9月 - 2015年6月⇥北京大学⇥计算机
# 项目经验
项目名称：支付平台
时间：2019.01-2020.05
- 设计系统
""",
        ("高级软件工程师", "环球科技有限公司", "2018-07", "present", 2, False),
        ("软件工程师", "东方软件公司", "2015-07", "2018-06", 1, False),
        ("支付平台", None, "2019-01", "2020-05", 1, False),
    ),
    Drawn(
        "functional",
        """
# Summary
Manager with 12 years of work.
# Areas of Expertise
- Sales 2015-2019
# Professional Experience
GLOBEX, Chicago, IL, 2015-Present
Regional Manager
- Managed stores.
INITECH, Chicago, IL, 2010-2015
Store Manager
- Ran the shop.
# Earlier Experience
- Clerk, Umbrella Inc., 2005–2010
- Cashier, Hooli Store, 2003–2005
""",
        ("Regional Manager", "GLOBEX", "2015", "present", 1, False),
        ("Store Manager", "INITECH", "2010", "2015", 1, False),
        ("Clerk", "Umbrella Inc.", "2005", "2010", 0, False),
        ("Cashier", "Hooli Store", "2003", "2005", 0, False),
    ),
    Drawn(
        "fed",
        """
WORK EXPERIENCE

Globex Agency
123 Main Street
Springfield, VA 22150

Management Analyst (GS-0343-12)
01/2018 – Present
Hours per week: 40
Duties:
- Analyzed programs.
- Wrote reports.

Initech Bureau
5 Oak Road
Arlington, VA 22201

Program Assistant (GS-0344-07)
06/2014 – 12/2017
Hours per week: 40
Duties:
- Answered calls.

EDUCATION
State College, BA, 2014
""",
        ("Management Analyst (GS-0343-12)", "Globex Agency", "2018-01", "present", 2, False),
        ("Program Assistant (GS-0344-07)", "Initech Bureau", "2014-06", "2017-12", 1, False),
    ),
    Drawn(
        "tablehdr",
        """
# Work Experience
| **Globex Ltd** | **Project Engineer** | Jan 2019 – Present
| - Designed parts
| - Led reviews
| **Initech Ltd** | **Trainee Engineer** | Jan 2017 – Dec 2018
| - Learned CAD
# Education
| Degree | College | Year
| B.Tech | State College | 2016
""",
        ("Project Engineer", "Globex Ltd", "2019-01", "present", 2, False),
        ("Trainee Engineer", "Initech Ltd", "2017-01", "2018-12", 1, False),
    ),
    Drawn(
        "env-next",
        """
# Professional Experience
**Globex, Dallas, TX**⇥**Jan 2020 – Present**
**Sr. Data Engineer**
Responsibilities:
- Built pipelines.
- Tuned Spark jobs.
Environment: Spark, Scala,
**Initech, Plano, TX**⇥**Jan 2017 – Dec 2019**
**Data Engineer**
Responsibilities:
- Built reports.
Technologies Used: SQL, SSIS
# Certifications
""",
        ("Sr. Data Engineer", "Globex", "2020-01", "present", 2, True),
        ("Data Engineer", "Initech", "2017-01", "2019-12", 1, True),
    ),
    Drawn(
        "at",
        """
## EXPERIENCE
**Barista at Java Hut**
May 2021 - Aug 2022
• Made coffee
• Served customers

**Camp Counselor at YMCA**
June 2019 - Aug 2020
• Led groups
## EDUCATION
""",
        ("Barista", "Java Hut", "2021-05", "2022-08", 2, False),
        ("Camp Counselor", "YMCA", "2019-06", "2020-08", 1, False),
    ),
    Drawn(
        "plainbullets",
        """
EXPERIENCE
Globex Inc — Boston, MA
Software Engineer — Jan 2019 to Present
Built the billing service in Go and moved it to Kubernetes.
Cut the monthly cloud bill by a third with autoscaling.
Initech — Austin, TX
Developer — Jan 2016 to Dec 2018
Wrote the reporting module of the flagship product in Java.
EDUCATION
""",
        ("Software Engineer", "Globex Inc", "2019-01", "present", 2, False),
        ("Developer", "Initech", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "ph",
        """
# Experience
## Job Title / Company
Dates From – To
- Describe your responsibilities here
## Job Title / Company
Dates From – To
- Describe your responsibilities here
# Education
## Degree / School
Dates From – To
""",
        ("Job Title", "Company", None, None, 1, False),
        ("Job Title", "Company", None, None, 1, False),
    ),
    Drawn(
        "phms",
        """
# Experience
## Month 20XX – Month 20XX
**Job Title**, Company, City ST
Summarize your key responsibilities and accomplishments. Where appropriate, use the language of the job.
## Month 20XX – Month 20XX
**Job Title**, Company, City ST
Summarize your key responsibilities and accomplishments. Again, use any opportunity to use words.
# Education
""",
        ("Job Title", "Company", None, None, 1, False),
        ("Job Title", "Company", None, None, 1, False),
    ),
    Drawn(
        "india-proj",
        """
**Professional Experience:**
• Working as Software Engineer with Globex Technologies, Pune from June 2019 to till date.
• Worked as Trainee with Initech Solutions, Pune from Jan 2018 to May 2019.

**Project Details:**

**Project #1:**
Title: Payment Gateway
Client: Umbrella Bank
Duration: June 2019 to till date
Role: Developer
Environment: Java, Spring, Oracle
Description: The gateway moves payments between banks and shops and keeps track of them.
Responsibilities:
• Developed modules.
• Wrote tests.

**Project #2:**
Title: Claims Portal
Client: Hooli Insurance
Duration: Jan 2018 to May 2019
Role: Trainee
Environment: Java, JSP
Description: The portal lets customers file claims and see how far their papers have come.
Responsibilities:
• Learned Java.

**Personal Details:**
Name: Jane Roe
""",
        ("Software Engineer", "Globex Technologies", "2019-06", "present", 0, False),
        ("Trainee", "Initech Solutions", "2018-01", "2019-05", 0, False),
        ("Developer", "Umbrella Bank", "2019-06", "present", 2, True),
        ("Trainee", "Hooli Insurance", "2018-01", "2019-05", 1, True),
    ),
    Drawn(
        "nohead",
        """
**Jane Roe**
jane@x.example

**Globex Inc, Engineer, Jan 2019 – Present**
- Built services.
- Led team.

**Initech, Tester, Jan 2016 – Dec 2018**
- Wrote tests.
""",
        ("Engineer", "Globex Inc", "2019-01", "present", 2, False),
        ("Tester", "Initech", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "edu-lookalike",
        """
**EDUCATION**
**State College**⇥**2012 – 2016**
_BS in Physics_
- Dean's list
- Teaching Assistant 2015
**EXPERIENCE**
**Globex**⇥**2016 – Present**
_Engineer_
- Built services
**CERTIFICATIONS**
**Cloud Institute**⇥**2020 – 2023**
_Certified Engineer_
- Passed exam
**AWARDS**
**Engineer of the Year**⇥**2021**
- Won it
""",
        ("Engineer", "Globex", "2016", "present", 1, False),
    ),
    Drawn(
        "seasons",
        """
# Experience
Summer Intern, Globex⇥Summer 2020
- Built services
Winter Intern, Initech⇥Winter 2019
- Wrote tests
# Education
""",
        ("Summer Intern", "Globex", "2020", "2020", 1, False),
        ("Winter Intern", "Initech", "2019", "2019", 1, False),
    ),
    Drawn(
        "caps-heads-bold-roles",
        """
**JANE ROE**
**SENIOR ANALYST**
**SUMMARY**
Analyst with ten years.
**EXPERIENCE**
**SENIOR ANALYST**
**GLOBEX**
2019 – Present
- Built models
**JUNIOR ANALYST**
**INITECH**
2015 – 2019
- Wrote reports
**EDUCATION**
**STATE COLLEGE**
2015
**SKILLS**
Excel
""",
        ("SENIOR ANALYST", "GLOBEX", "2019", "present", 1, False),
        ("JUNIOR ANALYST", "INITECH", "2015", "2019", 1, False),
    ),
    Drawn(
        "ml",
        """
# Experience
**Engineer, Globex**⇥2019 – Present
- Built services:
-- Billing
-- Search
- Led the team:
-- Hired two
**Tester, Initech**⇥2015 – 2019
- Wrote tests:
-- Unit
# Education
""",
        ("Engineer", "Globex", "2019", "present", 5, False),
        ("Tester", "Initech", "2015", "2019", 2, False),
    ),
    Drawn(
        "proj-in-emp",
        """
# Experience
**Globex Consulting — Senior Consultant**⇥2019 – Present
**Project: Billing Platform**
- Built services
- Led team
**Project: Search Portal**
- Tuned search
**Initech — Consultant**⇥2015 – 2019
- Wrote reports
# Education
""",
        ("Senior Consultant", "Globex Consulting", "2019", "present", 0, False),
        (ANY, ANY, ANY, ANY, 2, False),
        (ANY, ANY, ANY, ANY, 1, False),
        ("Consultant", "Initech", "2015", "2019", 1, False),
    ),
)
