"""Resumes of agencies and their consultants: terms in brackets, roles under one employer, towns behind commas."""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "m1",
        """
**Nikhil Verma**
**PROFESSIONAL EXPERIENCE**
**Orvane Health (C2C), Plymouth, MN (Hybrid)**⇥**Feb 2021 - Present**
**Sr. Python Developer**
- Built APIs.
- Wrote loaders.
**Environment:**
Python, Django, Flask,
PostgreSQL, Docker
**Celandine Health, Bloomfield, CT (Remote)**⇥**Jan 2018 - Jan 2021**
**Python Developer**
- Parsed feeds.
**Environment:**
Python, MySQL
**Education**
MS, 2017
""",
        ("Sr. Python Developer", "Orvane Health", "2021-02", "present", 2, True),
        ("Python Developer", "Celandine Health", "2018-01", "2021-01", 1, True),
    ),
    Drawn(
        "m2",
        """
**Work Experience:**
**1. Company Name: Tessaly Bank**
Designation: Software Engineer
Period: Apr-2019 to Till Now
Location: Pune, India
Key Responsibilities:
➢ Developed modules.
➢ Wrote tests.
**2. Company Name: Larch Infotech Pvt. Ltd.**
Designation: Trainee Engineer
Period: Jun-2016 to Mar-2019
Location: Nashik, India
Key Responsibilities:
➢ Fixed defects.
**Personal Details:**
Father's Name: A. Verma
Date of Birth: 12-05-1994
Languages Known: English, Hindi
""",
        ("Software Engineer", "Tessaly Bank", "2019-04", "present", 2, False),
        ("Trainee Engineer", "Larch Infotech Pvt. Ltd.", "2016-06", "2019-03", 1, False),
    ),
    Drawn(
        "m3",
        """
**JORDAN PIKE, PMP**
**PROFESSIONAL EXPERIENCE**
**CEDAR HEALTH SYSTEMS** – Nashville, TN⇥2016 – Present
**Director, Program Management** (2020 – Present)
Lead a PMO of 22 with a budget of $31M.
- Brought 14 programs in on time.
- Cut vendor spend by 12%.
**Senior Program Manager** (2016 – 2020)
Ran the EHR rollout at nine hospitals.
- Trained 3,000 clinicians.
**OAKFIELD PARTNERS** – Memphis, TN⇥2010 – 2016
**Project Manager**
- Delivered 40 projects.
**EDUCATION**
MBA, Vanderbilt, 2010
""",
        ("Director, Program Management", "CEDAR HEALTH SYSTEMS", "2020", "present", 2, False),
        ("Senior Program Manager", "CEDAR HEALTH SYSTEMS", "2016", "2020", 1, False),
        ("Project Manager", "OAKFIELD PARTNERS", "2010", "2016", 1, False),
    ),
    Drawn(
        "m4",
        """
**Hana Sato**
職務経歴
2019年4月 – 現在 株式会社アオバ システムエンジニア
・Javaによる開発
・チームリーダー
2015年4月 – 2019年3月 ミナト株式会社 プログラマー
・テスト自動化
学歴
2015年3月 東都大学 卒業
""",
        (ANY, ANY, "2019-04", "present", 2, False),
        (ANY, ANY, "2015-04", "2019-03", 1, False),
    ),
    Drawn(
        "m5",
        """
**Marta Kowalska**
**DOŚWIADCZENIE ZAWODOWE**
**Starszy programista Java** | Wisła Systems Sp. z o.o., Kraków | 05.2020 – obecnie
- Projektowanie usług.
- Przeglądy kodu.
**Programista** | Bałtyk Soft, Gdańsk | 09.2016 – 04.2020
- Utrzymanie systemu.
**WYKSZTAŁCENIE**
Politechnika Gdańska, 2016
""",
        ("Starszy programista Java", "Wisła Systems Sp. z o.o.", "2020-05", "present", 2, False),
        ("Programista", "Bałtyk Soft", "2016-09", "2020-04", 1, False),
    ),
    Drawn(
        "m6",
        """
**Lucas Prado**
**EXPERIÊNCIA PROFISSIONAL**
**Ipê Tecnologia** – São Paulo, SP
Engenheiro de Dados | fev/2021 – atual
- Construí pipelines no Airflow.
**Banco Jatobá** – Curitiba, PR
Analista de Dados | jan/2018 – jan/2021
- Criei dashboards.
**FORMAÇÃO**
USP, 2017
""",
        ("Engenheiro de Dados", "Ipê Tecnologia", "2021-02", "present", 1, False),
        ("Analista de Dados", "Banco Jatobá", "2018-01", "2021-01", 1, False),
    ),
    Drawn(
        "m7",
        """
**Sam Doyle**
## EXPERIENCE
**Staff Software Engineer @ Kestrel Robotics**⇥**Mar 2022–Now**
- Owns the motion stack (C++, ROS).
- **Impact:** cut failures by 40%.
**Software Engineer II @ Puffin Cloud**⇥**Aug 2018–Feb 2022**
- Billing in Go.
-- Moved 12 services.
-- Wrote the runbooks.
## SKILLS
C++, Go
""",
        ("Staff Software Engineer", "Kestrel Robotics", "2022-03", "present", 2, False),
        ("Software Engineer II", "Puffin Cloud", "2018-08", "2022-02", 3, False),
    ),
    Drawn(
        "m8",
        """
**Elena Petrova**
**WORK EXPERIENCE**
| **Jan 2021 – Present** | **Senior QA Engineer** / Birchwood Software, Austin, TX
+ / - Automated 900 tests. / - Led three testers.
| **Jun 2017 – Dec 2020** | **QA Engineer** / Maple Payments, Dallas, TX / - Wrote test plans.
**EDUCATION**
| 2017 | BS, Texas State
""",
        ("Senior QA Engineer", "Birchwood Software", "2021-01", "present", 2, False),
        ("QA Engineer", "Maple Payments", "2017-06", "2020-12", 1, False),
    ),
    Drawn(
        "m9",
        """
**Aisha Bello**
**Professional Experience**
**Senior Salesforce Developer**
**Client: Harbor Insurance**
**Vendor: Kite Staffing**
**Jan 2022 – Present | Phoenix, AZ**
- Built LWC components.
- Wrote Apex triggers.
**Salesforce Developer**
**Client: Rowan Foods**
**Vendor: Kite Staffing**
**May 2019 – Dec 2021 | Omaha, NE**
- Migrated workflows to flows.
**Certifications**
Platform Developer I, 2019
""",
        ("Senior Salesforce Developer", "Harbor Insurance", "2022-01", "present", 2, False),
        ("Salesforce Developer", "Rowan Foods", "2019-05", "2021-12", 1, False),
    ),
    Drawn(
        "m10",
        """
**Work History**
**Registered Nurse, ICU**
St. Brigid Hospital – Portland, OR | 07/2018 - Current
- Cared for up to four patients a shift.
- Precepted new nurses.
**Certified Nursing Assistant**
Willow Care Home – Salem, OR | 06/2015 - 06/2018
- Assisted residents.
**Licenses**
RN, Oregon #201812345RN, exp. 2026
""",
        ("Registered Nurse, ICU", "St. Brigid Hospital", "2018-07", "present", 2, False),
        ("Certified Nursing Assistant", "Willow Care Home", "2015-06", "2018-06", 1, False),
    ),
    Drawn(
        "m11",
        """
**Victor Hugo Lima**
**SUMMARY OF QUALIFICATIONS**
- 15 years of experience (2008 – 2023) in ERP.
**SAP EXPERIENCE**
**Altona Chemicals – SAP MM Lead – 2019 to Present**
- Led the S/4HANA migration.
- Ran cutover.
**Brixton Motors – SAP MM Consultant – 2014 to 2019**
- Configured procurement.
**NON-SAP EXPERIENCE**
**Delmar Stores – Store Manager – 2008 to 2014**
- Ran a store of 30 people.
**TRAINING**
SAP Activate, 2020
""",
        ("SAP MM Lead", "Altona Chemicals", "2019", "present", 2, False),
        ("SAP MM Consultant", "Brixton Motors", "2014", "2019", 1, False),
        ("Store Manager", "Delmar Stores", "2008", "2014", 1, False),
    ),
    Drawn(
        "m12",
        """
**Becky Stone**
# Professional Experience
**Wharf Analytics (acquired by Tern Group), London**
## Lead Data Scientist, Apr 2021 – present
- Built churn models.
## Data Scientist, Sep 2018 – Mar 2021
- Built forecasting.
- Taught SQL.
**Moss & Co, Leeds**
## Analyst, Jul 2016 – Aug 2018
- Wrote reports.
# Publications
Stone B. (2020). Churn in retail. J. Data, 12(3), 44–58.
""",
        ("Lead Data Scientist", ANY, "2021-04", "present", 1, False),
        ("Data Scientist", ANY, "2018-09", "2021-03", 2, False),
        ("Analyst", "Moss & Co", "2016-07", "2018-08", 1, False),
    ),
    Drawn(
        "m13",
        """
**CHRIS AMADI**
OBJECTIVE
A position as a network engineer.
EXPERIENCE
Network Engineer                                                     Jan. 2020 – Present
Gull Networks                                                        Baltimore, MD
    - Ran BGP for 40 sites.
    - Wrote Ansible playbooks.
NOC Technician                                                       Mar. 2017 – Dec. 2019
Osprey Telecom                                                       Towson, MD
    - Watched alarms.
EDUCATION
AAS, 2016
""",
        ("Network Engineer", "Gull Networks", "2020-01", "present", 2, False),
        ("NOC Technician", "Osprey Telecom", "2017-03", "2019-12", 1, False),
    ),
    Drawn(
        "m14",
        """
**Rosa Blum**
**Professional Experience**
**Cobalt Energy, Houston, TX** | **Sr. ETL Developer** | **Aug’21 to Present**
**Project: Meter Data Lake**
- Built loads.
**Project: Outage Reports**
- Built marts.
- Wrote docs.
**Environment:** Informatica, Snowflake
**Amber Foods, Tulsa, OK** | **ETL Developer** | **Feb’18 to Jul’21**
- Tuned jobs.
**Environment:** DataStage
**Education:** BS, 2017
""",
        ("Sr. ETL Developer", "Cobalt Energy", "2021-08", "present", 0, False),
        ("Meter Data Lake", "Cobalt Energy", None, None, 1, False),
        ("Outage Reports", "Cobalt Energy", None, None, 2, True),
        ("ETL Developer", "Amber Foods", "2018-02", "2021-07", 1, True),
    ),
)
