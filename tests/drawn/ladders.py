"""Resumes of long careers: several roles under one roof, labels with tabs, pages that go on, breaks in between."""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "j1",
        """
**Asha Pillai**
asha@x.example
**Summary**
Data engineer with 8 years.
**Professional Experience**
**Dunmore Bank — Senior Data Engineer**⇥**2020 – Present**
- Led the ledger migration (Jan 2021 – Mar 2022).
- Built 2020-2021 audit feeds.
Asha Pillai — Resume — Page 2
**Professional Experience (continued)**
**Ashby Telecom — Data Engineer**⇥**2016 – 2020**
- Loaded CDRs.
**Education**
BE, 2016
""",
        ("Senior Data Engineer", "Dunmore Bank", "2020", "present", 2, False),
        ("Data Engineer", "Ashby Telecom", "2016", "2020", 1, False),
    ),
    Drawn(
        "j2",
        """
**Rahul Jain**
**PROFESSIONAL EXPERIENCE**
Company⇥: Larkspur Systems Pvt Ltd
Designation⇥: Senior Software Engineer
Duration⇥: Jan 2020 to till date
Project⇥: Claims Portal
Environment⇥: Java, Spring Boot
**Roles and Responsibilities:**
- Developed APIs.
- Wrote tests.

Company⇥: Fenwick Infotech
Designation⇥: Software Engineer
Duration⇥: Jun 2016 to Dec 2019
Project⇥: Policy Admin
Environment⇥: Java, Struts
**Roles and Responsibilities:**
- Fixed defects.
**ACADEMICS**
B.Tech, 2016
""",
        ("Senior Software Engineer", "Larkspur Systems Pvt Ltd", "2020-01", "present", 2, True),
        ("Software Engineer", "Fenwick Infotech", "2016-06", "2019-12", 1, True),
    ),
    Drawn(
        "j3",
        """
**Gloria Mendes**
**EXPERIENCE**
**Company: Harbor Insurance | Role: QA Lead | Duration: Feb 2019 – Present**
Responsibilities:
- Led testing.
Achievements:
- Won the quality award in 2021.
**Company: Rowan Foods | Role: QA Analyst | Duration: Mar 2015 – Jan 2019**
Responsibilities:
- Wrote cases.
Achievements:
- Cut regressions by 30%.
**EDUCATION**
BSc, 2014
""",
        ("QA Lead", "Harbor Insurance", "2019-02", "present", 2, False),
        ("QA Analyst", "Rowan Foods", "2015-03", "2019-01", 2, False),
    ),
    Drawn(
        "j4",
        """
**Peter Novak**
**WORK EXPERIENCE**
**Senior Java Developer, Teal Systems, Remote**⇥Mar 2021 – Present
Technologies: Java 17, Kafka, AWS
- Built streaming.
- Ran upgrades.
- Environment: Java 17, Kafka, AWS, Docker
**Java Developer, Beech Mobile, Boston, MA**⇥Jan 2018 – Feb 2021
- Built APIs.
- Environment: Java 8, Spring
**Career break**⇥2017
Travelled.
**EDUCATION**
MS, 2016
""",
        ("Senior Java Developer", "Teal Systems", "2021-03", "present", 2, True),
        ("Java Developer", "Beech Mobile", "2018-01", "2021-02", 1, True),
        ("Career break", None, "2017", ANY, 1, False),
    ),
    Drawn(
        "j5",
        """
Carla Bruni
Berlin | carla@x.example

Senior Product Manager, Kranich Systeme, Berlin
04/2020 – heute
• Roadmap für B2B-Portal.
• Führung von 3 Teams.

Product Manager, Möwe Software, Hamburg
01/2016 – 03/2020
• Einführung Scrum.

Studium der Informatik, Universität Kranichfeld, 2010 – 2015
""",
        ("Senior Product Manager", "Kranich Systeme", "2020-04", "present", 2, False),
        ("Product Manager", "Möwe Software", "2016-01", "2020-03", 1, False),
    ),
    Drawn(
        "j6",
        """
**Yusuf Demir**
**İŞ DENEYİMİ**
**Kıdemli Yazılım Geliştirici** – Çınar Teknoloji, İstanbul
Ocak 2020 – Halen
- Mikroservis geliştirdi.
**Yazılım Geliştirici** – Meşe Bilişim, Ankara
Haziran 2016 – Aralık 2019
- API yazdı.
**EĞİTİM**
Çamlık Üniversitesi, 2016
""",
        (ANY, ANY, "2020-01", "present", 1, False),
        (ANY, ANY, "2016-06", "2019-12", 1, False),
    ),
    Drawn(
        "j7",
        """
**Emma de Vries**
**WERKERVARING**
**Senior Developer**⇥**jan 2020 – heden**
Eik Software BV, Utrecht
- Ontwikkelde services.
**Developer**⇥**mrt 2016 – dec 2019**
Wilg IT, Amersfoort
- Bouwde portalen.
**OPLEIDING**
HBO-ICT, 2016
""",
        ("Senior Developer", "Eik Software BV", "2020-01", "present", 1, False),
        ("Developer", "Wilg IT", "2016-03", "2019-12", 1, False),
    ),
    Drawn(
        "j8",
        """
**Ben Archer**
## Experience
**Title:** Cloud Engineer
**Employer:** Kestrel Robotics
**Location:** Denver, CO
**Dates:** 05/2021 – Present
- Built landing zones.
- Wrote policies.
**Title:** Systems Administrator
**Employer:** Prairie School District
**Location:** Boulder, CO
**Dates:** 02/2016 – 04/2021
- Ran AD.
## Certifications
AWS SAA, 2022
""",
        ("Cloud Engineer", "Kestrel Robotics", "2021-05", "present", 2, False),
        ("Systems Administrator", "Prairie School District", "2016-02", "2021-04", 1, False),
    ),
    Drawn(
        "j9",
        """
**Divya Nair**
**EXPERIENCE**
**Amber Foods (through Kite Staffing)**
**Power BI Developer** · Chicago, IL · Jan 2022–Present
**Project 1 – Sales Cockpit (Jan 2022 – Dec 2022)**
- Built models.
**Project 2 – Margin Explorer (Jan 2023 – Present)**
- Built DAX.
**Tools:** Power BI, SQL
**Cobalt Energy**
**BI Developer** · Houston, TX · May 2018–Dec 2021
- Built reports.
**Tools:** SSRS
**EDUCATION**
BE, 2017
""",
        ("Power BI Developer", ANY, "2022-01", "present", ANY, ANY),
        (ANY, ANY, "2022-01", "2022-12", 1, ANY),
        (ANY, ANY, "2023-01", "present", 1, ANY),
        ("BI Developer", "Cobalt Energy", "2018-05", "2021-12", 1, True),
    ),
    Drawn(
        "j10",
        """
**Owen Price**
**Skills**
- Python, SQL
**Education**
**BSc Mathematics, Westmere State University**⇥2015 – 2018
- Dissertation on queues.
- President of chess club 2017
**Experience**
**Analyst, Moss & Co**⇥2018 – Present
- Built models.
- Wrote SQL.
**Retail Assistant, Fern Books**⇥2016 – 2018
- Served customers.
**Interests**
- Chess
- Running
""",
        ("Analyst", "Moss & Co", "2018", "present", 2, False),
        ("Retail Assistant", "Fern Books", "2016", "2018", 1, False),
    ),
    Drawn(
        "j11",
        """
**Fatima Zahra**
**PROFESSIONAL EXPERIENCE**
**Harrow Mills** | New York, NY
**Vice President, Data Engineering** | **Jan 2023 – Present**
- Leads 30 engineers.
**Director, Data Engineering** | **Feb 2020 – Dec 2022**
- Built the lakehouse.
- Hired 12.
**Manager, Data Engineering** | **Mar 2017 – Jan 2020**
- Moved to Spark.
**Quarry Software** | Boston, MA
**Senior Engineer** | **Jun 2012 – Feb 2017**
- Built ETL.
**EDUCATION**
MS, 2012
""",
        ("Vice President, Data Engineering", "Harrow Mills", "2023-01", "present", 1, False),
        ("Director, Data Engineering", "Harrow Mills", "2020-02", "2022-12", 2, False),
        ("Manager, Data Engineering", "Harrow Mills", "2017-03", "2020-01", 1, False),
        ("Senior Engineer", "Quarry Software", "2012-06", "2017-02", 1, False),
    ),
    Drawn(
        "j12",
        """
**Leo Marsh**
PROFESSIONAL EXPERIENCE:
03/2020 to Present
Lighthouse Maps, Portland, ME
Senior GIS Developer
- Built ArcGIS tools.
- Wrote Python.
07/2014 to 02/2020
Anchor Freight, Bath, ME
GIS Analyst
- Drew maps.
EDUCATION:
BA, 2014
""",
        ("Senior GIS Developer", "Lighthouse Maps", "2020-03", "present", 2, False),
        ("GIS Analyst", "Anchor Freight", "2014-07", "2020-02", 1, False),
    ),
    Drawn(
        "j13",
        """
**Nia Cole**
**Teaching Experience**
**Lecturer in Statistics**, Westmere State University, 2019–present
- Taught 200 students.
- Designed labs.
**Research Experience**
**Postdoctoral Fellow**, Institute of River Science, 2016–2019
- Modelled floods.
**Publications**
- Cole N. (2020). Floods. J. Hydro, 12–20.
**Grants**
- $40,000, 2021–2023
""",
        ("Lecturer in Statistics", "Westmere State University", "2019", "present", 2, False),
        ("Postdoctoral Fellow", "Institute of River Science", "2016", "2019", 1, False),
    ),
    Drawn(
        "j14",
        """
**Sean Riley**
**CORE COMPETENCIES**
- Budgeting
- Hiring
**CAREER HISTORY**
**OSPREY TELECOM, Dublin, Ireland**⇥**2017-Present**
**Head of Operations**
Responsible for 140 people in four countries. Report to the COO.
Key achievements:
- Cut outages by half.
- Opened Cork.
**GULL NETWORKS, Galway, Ireland**⇥**2009-2017**
**Operations Manager**
Responsible for the west.
Key achievements:
- Built the NOC.
**EARLY CAREER**
Engineer at several firms, 1999-2009.
""",
        ("Head of Operations", "OSPREY TELECOM", "2017", "present", 2, False),
        ("Operations Manager", "GULL NETWORKS", "2009", "2017", 1, False),
    ),
)
