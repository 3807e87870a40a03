"""Resumes with less common headers: plain text, promotions, projects under employers, roles below descriptions.

Each picture is read by `drawn.drawing.draw`; behind it stand the experiences that a person finds in it: role, company,
start, end, number of bullets, and whether it has an environment line. ANY stands for what nobody asks.
"""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "plaintext-3line",
        """
John Roe
Software Engineer
Email: j@x.example
Summary
Engineer with many years of work.
Experience
Globex
Senior Engineer
2019 - 2021
Worked on billing.
Built the search.
Initech
Engineer
2016 - 2019
Worked on reports.
Education
State College
BS
2016
""",
        ("Senior Engineer", "Globex", "2019", "2021", 2, False),
        ("Engineer", "Initech", "2016", "2019", 1, False),
    ),
    Drawn(
        "linkedin",
        """
# Experience
Globex
Senior Engineer
January 2019 - Present (5 years 2 months)
Boston, Massachusetts
Built services and led a team of ten engineers over five years.
Initech
Engineer
January 2016 - December 2018 (3 years)
Austin, Texas
Wrote tests for the reporting tools of a large bank in the south.
# Education
State College
BS, Physics · (2012 - 2016)
""",
        ("Senior Engineer", "Globex", "2019-01", "present", 1, False),
        ("Engineer", "Initech", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "word2003",
        """
| **Objective**
| [Describe your career goal]
| **Experience**
| [Dates employed] | [Company Name] | [City, State]
| | **[Job Title]**
| | - [Details of position, award, or achievement.]
| [Dates employed] | [Company Name] | [City, State]
| | **[Job Title]**
| | - [Details of position, award, or achievement.]
| **Education**
| [Dates attended] | [School Name] | [City, State]
""",
        ("[Job Title]", "[Company Name]", None, None, 1, False),
        ("[Job Title]", "[Company Name]", None, None, 1, False),
    ),
    Drawn(
        "docxjs",
        """
# John Doe
# Education
**Harvard University**⇥1/2020 - 7/2021
_Computer Science - Masters_
- Notes on studies
# Experience
**Globex Bank**⇥1/2019 - Present
_Lead Developer_
- Built services
- Led team
**Initech**⇥3/2015 - 12/2018
_Developer_
- Wrote tests
# Skills, Achievements and Interests
## Skills
Java, SQL.
## Achievements
- Won a prize
## Interests
Reading.
# References
Dr. Poe
""",
        ("Lead Developer", "Globex Bank", "2019-01", "present", 2, False),
        ("Developer", "Initech", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "h2-projects",
        """
## Summary
Engineer.
## Experience
## Software Engineer
Globex, 2019 – Present
- Built services
## QA Tester
Initech, 2016 – 2019
- Wrote tests
## Projects
## Chess Engine
- Wrote a search
## Weather App
- Built a page
## Education
BS
## Skills
Java
""",
        ("Software Engineer", "Globex", "2019", "present", 1, False),
        ("QA Tester", "Initech", "2016", "2019", 1, False),
        ("Chess Engine", None, None, None, 1, False),
        ("Weather App", None, None, None, 1, False),
    ),
    Drawn(
        "bold-companies",
        """
**Experience**
**Globex**
- Built services
- Led team
**Initech**
- Wrote tests
**Education**
BS
**Skills**
Java
""",
        (None, "Globex", None, None, 2, False),
        (None, "Initech", None, None, 1, False),
    ),
    Drawn(
        "no-sep",
        """
# Experience
**Software Engineer Globex Corp 2019-2021**
- Built services
**QA Tester Initech 2016-2019**
- Wrote tests
# Education
""",
        ("Software Engineer", "Globex Corp", "2019", "2021", 1, False),
        ("QA Tester", "Initech", "2016", "2019", 1, False),
    ),
    Drawn(
        "types",
        """
# Work Experience
Globex · Full-time
Senior Engineer
Jan 2019 - Present · 5 yrs
- Built services
Initech · Contract
Engineer
Jan 2016 - Dec 2018 · 3 yrs
- Wrote tests
# Education
""",
        ("Senior Engineer", "Globex", "2019-01", "present", 1, False),
        ("Engineer", "Initech", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "numbered-items",
        """
**EMPLOYMENT RECORD**
**Globex Ltd, Lagos (2018 – Date)**
_Accountant_
1. Kept the books.
2. Filed the taxes.
**Initech Plc, Abuja (2014 – 2018)**
_Audit Trainee_
1. Checked accounts.
**EDUCATION**
""",
        ("Accountant", "Globex Ltd", "2018", "present", 2, False),
        ("Audit Trainee", "Initech Plc", "2014", "2018", 1, False),
    ),
    Drawn(
        "french-table",
        """
# Expérience professionnelle
| 2019 – 2023 | **Responsable commercial**, Globex, Lyon / - Suivi des clients / - Ventes
| 2015 – 2019 | **Commercial**, Initech, Paris / - Prospection
# Formation
| 2015 | Master commerce, Lyon
# Centres d’intérêt
Lecture
""",
        ("Responsable commercial", "Globex", "2019", "2023", 2, False),
        ("Commercial", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "german-inline",
        """
**Beruflicher Werdegang**
**seit 03/2019: Projektleiterin, Globex AG, Zürich**
• Leitung von Projekten
• Budgetplanung
**01/2015 – 02/2019: Beraterin, Initech GmbH, Bern**
• Beratung von Kunden
**Ausbildung**
2010 – 2014: Studium BWL, Universität Bern
""",
        ("Projektleiterin", "Globex AG", "2019-03", "present", 2, False),
        ("Beraterin", "Initech GmbH", "2015-01", "2019-02", 1, False),
    ),
    Drawn(
        "summary-with-jobs-words",
        """
# Summary
Project Manager at Globex since 2015 with PMP.
- Led 20+ projects from 2015 to 2020
# Skills
- Project Management | 2015 – 2020
# Professional Experience
**Project Manager**⇥2015 – Present
Globex
- Ran projects
""",
        ("Project Manager", "Globex", "2015", "present", 1, False),
    ),
    Drawn(
        "env-two-lines",
        """
# Experience
**Engineer**, Globex⇥2019 – Present
- Built services
Environment: Java, Spring, Hibernate, JSP, Servlets,
Oracle, Maven, Jenkins
**Tester**, Initech⇥2015 – 2019
- Wrote tests
Environment: Selenium
# Education
""",
        ("Engineer", "Globex", "2019", "present", 1, True),
        ("Tester", "Initech", "2015", "2019", 1, True),
    ),
    Drawn(
        "research",
        """
# Research Experience
**Graduate Research Assistant**, Poe Lab, State University⇥2018 – 2021
- Ran experiments
- Wrote papers
# Teaching Experience
**Teaching Assistant**, Physics 101⇥Fall 2019
- Graded homework
# Publications
- Roe J. (2020) A thing. Journal.
# Awards
- Fellowship, 2018 – 2021
""",
        (ANY, ANY, "2018", "2021", 2, False),
        ("Teaching Assistant", "Physics 101", "2019", "2019", 1, False),
    ),
    Drawn(
        "leadership",
        """
# Leadership Experience
**President, Chess Club**⇥2019 – 2020
- Led club
# Activities
- Member, Ski Club, 2018
# Experience
**Intern, Globex**⇥2020
- Built tools
""",
        ("President", "Chess Club", "2019", "2020", 1, False),
        ("Intern", "Globex", "2020", "2020", 1, False),
    ),
    Drawn(
        "company-then-roles-nodate",
        """
# Experience
**GLOBEX**, Boston⇥2012 – Present
**Vice President, Sales** (2018 – Present)
- Ran sales
**Sales Manager** (2012 – 2018)
- Sold things
**INITECH**, Austin⇥2008 – 2012
**Sales Rep** (2008 – 2012)
- Sold more
# Education
""",
        ("Vice President, Sales", "GLOBEX", "2018", "present", 1, False),
        ("Sales Manager", "GLOBEX", "2012", "2018", 1, False),
        ("Sales Rep", "INITECH", "2008", "2012", 1, False),
    ),
    Drawn(
        "two-tables-cols",
        """
| **Work Experience** | **Skills**
| **Engineer** / Globex / 2019 – Present / - Built services | - Java / - SQL
| **Tester** / Initech / 2015 – 2019 / - Wrote tests | **Languages** / English
| **Education** / BS, State College | **Interests** / Chess
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "right-dates-cell",
        """
**Work Experience**
| **Engineer** / Globex, Boston / - Built services / - Led team | 2019 – Present
| **Tester** / Initech, Austin / - Wrote tests | 2015 – 2019
**Education**
| BS / State College | 2015
""",
        ("Engineer", "Globex", "2019", "present", 2, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "desc-label-prose",
        """
# Projects
**Billing Hub**
Description: A hub that bills customers of many shops each month and sends reminders.
Technologies: Java, Spring
Role: Developer
**Search Portal**
Description: A portal that finds things quickly for the staff of the support desk.
Technologies: Python
Role: Tester
# Education
""",
        ("Developer", None, None, None, 1, True),
        ("Tester", None, None, None, 1, True),
    ),
    Drawn(
        "vietnamese",
        """
# KINH NGHIỆM LÀM VIỆC
**Công ty Globex**⇥01/2019 – Present
Software Engineer
- Phát triển dịch vụ
# HỌC VẤN
Đại học Bách Khoa
""",
        ("Software Engineer", "Công ty Globex", "2019-01", "present", 1, False),
    ),
    Drawn(
        "swedish",
        """
# Arbetslivserfarenhet
**Systemutvecklare, Globex AB, Stockholm**
januari 2019 – nuvarande
- Utvecklar tjänster
**Säljare, Initech AB, Malmö**
mars 2015 – december 2018
- Sålde varor
# Utbildning
""",
        ("Systemutvecklare", "Globex AB", "2019-01", "present", 1, False),
        ("Säljare", "Initech AB", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "cover-then-nothing",
        """
Dear Hiring Manager,
I worked at Globex from 2015 to 2019 as an engineer.
Sincerely,
Jane Roe
""",
    ),
    Drawn(
        "skills-matrix",
        """
# Skills
| Skill | Years | Last used
| Java | 10 | 2015 – 2020
| SQL | 8 | 2020
# Experience
**Engineer — Globex** (2015 – 2020)
- Built services
""",
        ("Engineer", "Globex", "2015", "2020", 1, False),
    ),
    Drawn(
        "certs-like-jobs",
        """
# Certifications
**Scrum Master**⇥Jan 2020 – Jan 2022
Scrum Alliance
- Renewed
# Training
**Leadership Program**⇥2019
Globex Academy
- Learned much
# Education
**Teaching Assistant**⇥2012 – 2014
- Graded
""",
    ),
    Drawn(
        "role-company-dash-loc",
        """
# EXPERIENCE
**Globex – Boston, MA**
**Senior Engineer – Jan 2019 to Present**
- Built services
**Initech – Austin, TX**
**Engineer – Jan 2016 to Dec 2018**
- Wrote tests
# EDUCATION
""",
        ("Senior Engineer", "Globex", "2019-01", "present", 1, False),
        ("Engineer", "Initech", "2016-01", "2018-12", 1, False),
    ),
    Drawn(
        "dates-in-brackets-first",
        """
# Experience
[2019 – Present] Engineer at Globex
- Built services
[2015 – 2019] Tester at Initech
- Wrote tests
# Education
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "colon-header",
        """
# Experience
Globex: Engineer (2019 – Present)
- Built services
Initech: Tester (2015 – 2019)
- Wrote tests
# Education
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "one-bullet-block",
        """
# Experience
**Engineer, Globex**⇥2019 – Present
• Built services⏎• Led team⏎• Cut costs
# Education
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
    ),
    Drawn(
        "only-projects",
        """
**PROJECTS**
**Smart Home** (Sep 2020 – Dec 2020)
• Built a hub
**Line Follower Robot** (Jan 2020 – May 2020)
• Built a robot
**COURSES**
Machine Learning (2020)
**SKILLS**
C++
""",
        ("Smart Home", None, "2020-09", "2020-12", 1, False),
        ("Line Follower Robot", None, "2020-01", "2020-05", 1, False),
    ),
    Drawn(
        "bulleted-employers",
        """
**PROFESSIONAL EXPERIENCE**
- **Globex Ltd** – Sales Executive (Jan 2019 – Present)
-- Managed accounts in the region
-- Grew revenue
- **Initech Ltd** – Sales Trainee (Jan 2017 – Dec 2018)
-- Sold software
**EDUCATION**
- BBA, State College (2016)
""",
        ("Sales Executive", "Globex Ltd", "2019-01", "present", 2, False),
        ("Sales Trainee", "Initech Ltd", "2017-01", "2018-12", 1, False),
    ),
    Drawn(
        "tools-as-bullets",
        """
# Experience
**Engineer, Globex**⇥2019 – Present
- Databases: Designed schemas for the billing services and tuned slow queries
- Tools: Wrote scripts that deploy the services to forty servers every night
**Tester, Initech**⇥2015 – 2019
- Automation: Built a grid for browser tests in the lab
# Education
""",
        ("Engineer", "Globex", "2019", "present", 2, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "sentences-with-years",
        """
# Experience
**Globex**⇥2019 – Present
_Clerk_
Organizing Spring 2020 fairs, which draw fifty agencies
Recognized as best employee during Summer 2021
**Initech**⇥2015 – 2018
_Teller_
Voted Employee of the Month for August and October 2017
# Education
""",
        ("Clerk", "Globex", "2019", "present", 2, False),
        ("Teller", "Initech", "2015", "2018", 1, False),
    ),
    Drawn(
        "no-dates-at-all",
        """
# Experience
Backend Developer
School of Software and Design
- Built projects
Surgical Assistant
Assure Clinic, Boston, MA
- Cared for patients
# Education
""",
        ("Backend Developer", "School of Software and Design", None, None, 1, False),
        ("Surgical Assistant", "Assure Clinic", None, None, 1, False),
    ),
    Drawn(
        "commas-mostly-dash-once",
        """
# Experience
Globex Ltd (Leeds), HR Assistant – Work Placement⇥June 2017 – Sept 2017
- Ran a survey
Initech (Hampton), Event Coordinator⇥2016 – 2017
- Screened papers
The Gym (Hampton), Play Assistant⇥2014 – 2015
- Planned games
# Education
""",
        ("HR Assistant – Work Placement", "Globex Ltd", "2017-06", "2017-09", 1, False),
        ("Event Coordinator", "Initech", "2016", "2017", 1, False),
        ("Play Assistant", "The Gym", "2014", "2015", 1, False),
    ),
)
