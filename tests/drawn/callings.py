"""Resumes of many callings: architects in tables, soldiers, auditors, estimators, boxes; with labels of every kind."""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "k1",
        """
**SURESH BABU**
**Contact:** +1 555 010 9999⇥**Email:** s@x.example
**SUMMARY**
- 12 years of IT experience.
**SKILLS MATRIX**
| **Skill** | **Years** | **Last used**
| Java | 10 | 2024
| Kafka | 4 | 2024
**PROFESSIONAL EXPERIENCE**
| **Harrow Freight, Newark, NJ** | **Jan 2021 – Till date**
| **Technical Architect** |
**Project Description:** Tracking of containers for 40 ports.
**Responsibilities:**
- Designed the event platform.
- Chose Kafka.
**Tools & Technologies:** Java 17, Kafka, AWS
| **Westmere Bank, New York, NY** | **Feb 2017 – Dec 2020**
| **Lead Developer** |
**Project Description:** Payments.
**Responsibilities:**
- Built payment APIs.
**Tools & Technologies:** Java 8, MQ
**EDUCATION**
| MCA | Osmania University | 2011
""",
        ("Technical Architect", "Harrow Freight", "2021-01", "present", 2, True),
        ("Lead Developer", "Westmere Bank", "2017-02", "2020-12", 1, True),
    ),
    Drawn(
        "k2",
        """
**Alan Turner**
**EXPERIENCE:**
**Software Engineer**
**Juniper Meadows Software**
**Feb 2022 - Present**

**Key Contributions:**
- Built feature flags.
- Wrote SDKs.

**Software Engineer**
**Heron Data**
**Mar 2020 - Jan 2022**

**Key Contributions:**
- Built connectors.

**Software Engineer**
**Teal Systems**
**Jun 2018 - Feb 2020**

**Key Contributions:**
- Built dashboards.
**EDUCATION:**
BS in CS
""",
        ("Software Engineer", "Juniper Meadows Software", "2022-02", "present", 2, False),
        ("Software Engineer", "Heron Data", "2020-03", "2022-01", 1, False),
        ("Software Engineer", "Teal Systems", "2018-06", "2020-02", 1, False),
    ),
    Drawn(
        "k3",
        """
**Deepa Iyer**
**Work Experience**
**Infosprint Ltd. (Client: Dunmore Bank)** — Feb 2020 to present
**Role:** Module Lead
- Led the cards module.
- Ran sprints.
**Infosprint Ltd. (Client: Ashby Telecom)** — Aug 2016 to Jan 2020
**Role:** Developer
- Wrote mediation rules.
**Technical Certifications**
- Oracle Certified Professional, 2015
""",
        ("Module Lead", ANY, "2020-02", "present", 2, False),
        ("Developer", ANY, "2016-08", "2020-01", 1, False),
    ),
    Drawn(
        "k4",
        """
Robert "Bob" Quinn
bob@x.example
Experience
Acorn Payments — Backend Engineer
Mar 2021 — Present · Full-time · London, United Kingdom
- Ledger in Kotlin.
- On-call lead.
Beech Mobile — Android Engineer
Jan 2018 — Feb 2021 · Full-time · Bristol, United Kingdom
- Kotlin rewrite.
Education
University of Bath — BSc, Computer Science
2014 — 2017
""",
        ("Backend Engineer", "Acorn Payments", "2021-03", "present", 2, False),
        ("Android Engineer", "Beech Mobile", "2018-01", "2021-02", 1, False),
    ),
    Drawn(
        "k5",
        """
**Irina Volkova**
**ОПЫТ РАБОТЫ**
**Январь 2020 — настоящее время**
ООО «Северный ветер», Москва
**Ведущий разработчик Java**
- Разработка микросервисов.
- Наставничество.
**Март 2016 — Декабрь 2019**
АО «Клён», Казань
**Разработчик**
- Поддержка биллинга.
**ОБРАЗОВАНИЕ**
МГТУ, 2015
""",
        ("Ведущий разработчик Java", "ООО «Северный ветер»", "2020-01", "present", 2, False),
        ("Разработчик", "АО «Клён»", "2016-03", "2019-12", 1, False),
    ),
    Drawn(
        "k6",
        """
**Paolo Ricci**
**ESPERIENZA PROFESSIONALE**
**Gennaio 2019 – Oggi | Sviluppatore Senior | Olmo Software S.r.l., Torino**
- Sviluppo in Java.
- Integrazione continua.
**Settembre 2015 – Dicembre 2018 | Sviluppatore | Pino Sistemi, Milano**
- Manutenzione.
**ISTRUZIONE**
Politecnico di Torino, 2015
""",
        ("Sviluppatore Senior", "Olmo Software S.r.l.", "2019-01", "present", 2, False),
        ("Sviluppatore", "Pino Sistemi", "2015-09", "2018-12", 1, False),
    ),
    Drawn(
        "k7",
        """
**MSG (Ret.) Hank Doyle**
**MILITARY EXPERIENCE**
**United States Army, Fort Carson, CO**⇥2004 – 2024
**Communications Chief** (2016 – 2024)
- Ran networks for 900 soldiers.
- Managed $14M of equipment.
**Signal Support Specialist** (2004 – 2016)
- Set up radios.
**CIVILIAN EXPERIENCE**
**Homestead Depot, Associate**⇥2002 – 2004
- Stocked shelves.
**CLEARANCE**
Top Secret
""",
        ("Communications Chief", "United States Army", "2016", "2024", 2, False),
        ("Signal Support Specialist", "United States Army", "2004", "2016", 1, False),
        ("Associate", "Homestead Depot", "2002", "2004", 1, False),
    ),
    Drawn(
        "k8",
        """
**Tara Singh**
**Experience**
**Data Analyst - Contract** | **Cypress Health (via TekStaff)** | 06/22 - 12/23
• Wrote SQL.
• Built Tableau dashboards.
**Reporting Analyst** | **Dogwood Utilities** | 01/20 - 05/22
• Automated reports.
**Tools:** SQL, Tableau, Excel
**Education**
BA, 2019
""",
        ("Data Analyst", ANY, "2022-06", "2023-12", 2, False),
        ("Reporting Analyst", "Dogwood Utilities", "2020-01", "2022-05", 1, True),
    ),
    Drawn(
        "k9",
        """
**Ming Zhao**
**工作经历**
**2020.03 - 至今 北京云杉科技有限公司 高级Java工程师**
- 负责支付系统开发
- 带领五人团队
**2016.07 - 2020.02 上海银杏信息技术有限公司 Java工程师**
- 参与订单系统开发
**教育经历**
2012.09 - 2016.06 浙江大学 计算机科学 本科
""",
        (ANY, ANY, "2020-03", "present", 2, False),
        (ANY, ANY, "2016-07", "2020-02", 1, False),
    ),
    Drawn(
        "k10",
        """
**Laura Finch**
**PROFESSIONAL BACKGROUND**
Ms. Finch has 20 years of experience in audit. She joined Fenn LLP in 2004.
**Fenn LLP – Partner – Audit (2015 – Present)**
Serves banks and insurers.
- Signed 60 audits.
- Leads quality.
**Fenn LLP – Senior Manager – Audit (2010 – 2015)**
- Ran teams of 15.
**MEMBERSHIPS**
AICPA, since 2005
""",
        ("Partner", ANY, "2015", "present", 2, False),
        ("Senior Manager", ANY, "2010", "2015", 1, False),
    ),
    Drawn(
        "k11",
        """
**Wade Cole**
**Relevant Experience**
**Senior Estimator**, 2019 to Current
**Granite Peak Builders** - Boise, ID
- Bid $80M of work.
- Trained juniors.
**Estimator**, 2014 to 2019
**Sagebrush Contractors** - Nampa, ID
- Took off quantities.
**Additional Skills**
Bluebeam, Excel
""",
        ("Senior Estimator", "Granite Peak Builders", "2019", "present", 2, False),
        ("Estimator", "Sagebrush Contractors", "2014", "2019", 1, False),
    ),
    Drawn(
        "k12",
        """
**Nora Vance**
**EMPLOYMENT**
**January 2021 to Present**
**Principal Engineer at Lighthouse Maps**
_Stack: Rust, PostGIS, Kubernetes_
- Rewrote tile rendering.
- Mentors nine.
**April 2017 to December 2020**
**Engineer at Anchor Freight**
_Stack: Go, PostgreSQL_
- Built quoting.
**EDUCATION**
BSc, 2017
""",
        ("Principal Engineer", "Lighthouse Maps", "2021-01", "present", 2, ANY),
        ("Engineer", "Anchor Freight", "2017-04", "2020-12", 1, ANY),
    ),
    Drawn(
        "k13",
        """
**Vijay R**
**Professional Experience**
**Dunmore Bank, Columbus, OH** **June 2021 – Present**
**Sr. Hadoop Developer**
**Responsibilities**
• Built Hive tables.
• Wrote Spark jobs.
**Environment** – Hadoop, Hive, Spark
**Ashby Telecom, Denver, CO** **Aug 2018 – May 2021**
**Hadoop Developer**
**Responsibilities**
• Loaded data with Sqoop.
**Environment** – Hadoop, Sqoop
**Education Details**
B.E, 2014
""",
        ("Sr. Hadoop Developer", "Dunmore Bank", "2021-06", "present", 2, True),
        ("Hadoop Developer", "Ashby Telecom", "2018-08", "2021-05", 1, True),
    ),
    Drawn(
        "k14",
        """
**Eve Lark**
**EXPERIENCE**
[[
**Product Designer**
Plume Studio
2021 - Present
- Ran design system.
- Led research.
]]
[[
**UX Designer**
Nestling Labs
2018 - 2021
- Drew wireframes.
]]
**EDUCATION**
[[
BFA, 2018
]]
""",
        ("Product Designer", "Plume Studio", "2021", "present", 2, False),
        ("UX Designer", "Nestling Labs", "2018", "2021", 1, False),
    ),
)
