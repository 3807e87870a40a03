"""Resumes of many trades, from web builders, networks and plain text: promotions, clients, achievements, one-liners.

Each picture is read by `drawn.drawing.draw`; behind it stand the experiences that a person finds in it: role, company,
start, end, number of bullets, and whether it has an environment line. ANY stands for what nobody asks.
"""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "more-comma-all",
        """
Work Experience
Receptionist, Globex Dental Office, Mesa, Arizona, March 2019 to Present
- Schedule appointments
- Verify insurance
Barista, Initech Coffee, Mesa, Arizona, June 2016 to February 2019
- Made drinks
Education
""",
        ("Receptionist", "Globex Dental Office", "2019-03", "present", 2, False),
        ("Barista", "Initech Coffee", "2016-06", "2019-02", 1, False),
    ),
    Drawn(
        "more-date-below-duration",
        """
**Work Experience**
**Senior QA Engineer**
Globex Labs, Bengaluru
Apr 2019 – Till Now (4 Yrs 2 Months)
- Automated regression with Selenium
- Set up CI jobs
**QA Engineer**
Initech Systems, Pune
Jun 2016 – Mar 2019 (2 Yrs 10 Months)
- Wrote test cases
**Education**
""",
        ("Senior QA Engineer", "Globex Labs", "2019-04", "present", 2, False),
        ("QA Engineer", "Initech Systems", "2016-06", "2019-03", 1, False),
    ),
    Drawn(
        "more-no-dates",
        """
**EXPERIENCE**
**Cashier**, Globex Market, Fresno, CA
- Handled cash
- Stocked shelves
**Dishwasher**, Initech Cafe, Fresno, CA
- Washed dishes
**VOLUNTEER WORK**
**Umbrella Food Bank**
- Packed boxes
**EDUCATION**
Fresno High School
""",
        ("Cashier", "Globex Market", None, None, 2, False),
        ("Dishwasher", "Initech Cafe", None, None, 1, False),
        (None, "Umbrella Food Bank", None, None, 1, False),
    ),
    Drawn(
        "more-resp-then-achievements",
        """
Professional Experience
Globex Foods, Lagos — Operations Manager⇥Feb 2018 – To Date
Responsibilities:
• Supervise production of three lines
• Plan shifts
Key Achievements:
• Reduced waste by 15%
Initech Bottling, Abuja — Supervisor⇥Jan 2014 – Jan 2018
Responsibilities:
• Checked quality
Key Achievements:
• Zero accidents in 2016
Education
""",
        ("Operations Manager", "Globex Foods", "2018-02", "present", 3, False),
        ("Supervisor", "Initech Bottling", "2014-01", "2018-01", 2, False),
    ),
    Drawn(
        "more-selected-projects-in-job",
        """
# Experience
## Lead Architect, Globex Consulting — 2017 to present
Lead a practice of 20 consultants.
- Set standards for cloud work
**Selected projects:**
- Umbrella Energy: moved 300 workloads to AWS
- Hooli Bank: built a data mesh
## Architect, Initech — 2012 to 2017
- Drew solution designs
# Education
""",
        ("Lead Architect", "Globex Consulting", "2017", "present", ANY, False),
        ("Architect", "Initech", "2012", "2017", 1, False),
    ),
    Drawn(
        "more-sub-bullets-leads",
        """
**EXPERIENCE**
**Globex Cloud** – Staff Engineer⇥**Oct 2018 – Present**
- **Platform:** Built the deployment platform
-- Cut release time from days to minutes
-- Served 80 teams
- **Leadership:** Mentored six engineers
**Initech Data** – Engineer⇥**Jan 2014 – Sep 2018**
- **ETL:** Wrote pipelines
**EDUCATION**
""",
        ("Staff Engineer", "Globex Cloud", "2018-10", "present", 4, False),
        ("Engineer", "Initech Data", "2014-01", "2018-09", 1, False),
    ),
    Drawn(
        "more-tools-closing",
        """
**WORK EXPERIENCE**
**Sr. BI Developer**
**Globex Retail, Columbus, OH | Mar 2019 – Current**
- Built Tableau dashboards
- Modeled the sales mart
Tools: Tableau, Snowflake, dbt
**BI Developer**
**Initech Bank, Dayton, OH | Jun 2015 – Feb 2019**
- Wrote SSRS reports
Tools: SSRS, SQL Server
**EDUCATION**
""",
        ("Sr. BI Developer", "Globex Retail", "2019-03", "present", 2, True),
        ("BI Developer", "Initech Bank", "2015-06", "2019-02", 1, True),
    ),
    Drawn(
        "more-skills-utilized",
        """
PROFESSIONAL EXPERIENCE
**Globex, Reston, VA**⇥01/2020 – Present
**Cyber Analyst**
• Monitored SIEM alerts
• Wrote playbooks
**Skills utilized:** Splunk, Wireshark
**Initech, Fairfax, VA**⇥06/2017 – 12/2019
**SOC Analyst**
• Triaged events
**Skills utilized:** QRadar
EDUCATION
""",
        ("Cyber Analyst", "Globex", "2020-01", "present", 2, True),
        ("SOC Analyst", "Initech", "2017-06", "2019-12", 1, True),
    ),
    Drawn(
        "more-key-tech-dash",
        """
WORK HISTORY
Developer at Globex (Nov 2019 to Ongoing)
- Built a CRM in Laravel
- Integrated Stripe
Tech Stack - PHP, Laravel, MySQL
Developer at Initech (Feb 2017 to Oct 2019)
- Built WordPress sites
Tech Stack - PHP, WordPress
EDUCATION
""",
        ("Developer", "Globex", "2019-11", "present", 2, True),
        ("Developer", "Initech", "2017-02", "2019-10", 1, True),
    ),
    Drawn(
        "more-freelance-list",
        """
# Experience
**Freelance Translator**, Self-employed, Lisbon — 2016–present
Translate legal and technical texts from German and English.
**In-house Translator**, Globex Legal, Porto — 2012–2016
- Translated contracts
# Memberships
Union of Translators
""",
        ("Freelance Translator", ANY, "2016", "present", 1, False),
        ("In-house Translator", "Globex Legal", "2012", "2016", 1, False),
    ),
    Drawn(
        "more-internship-under-education",
        """
EDUCATION
State University, Ames, IA⇥Aug 2018 – May 2022
B.S. Mechanical Engineering, GPA 3.6
Relevant coursework: Thermodynamics, Controls
INTERNSHIPS
Engineering Intern⇥May 2021 – Aug 2021
Globex Motors, Detroit, MI
● Tested brake parts
● Wrote a MATLAB model
LEADERSHIP EXPERIENCE
President, Robotics Club⇥2020 – 2022
● Organized weekly meetings
HONORS
Dean's List
""",
        ("Engineering Intern", "Globex Motors", "2021-05", "2021-08", 2, False),
        ("President", "Robotics Club", "2020", "2022", 1, False),
    ),
    Drawn(
        "more-jakes-resume",
        """
**Jake Ryan**
**Education**
**Southwest University**⇥Georgetown, TX
_BA in Computer Science_⇥_Aug. 2018 – May 2021_
**Experience**
**Undergraduate Research Assistant**⇥June 2020 – Present
_Globex A&M University_⇥_College Station, TX_
- Developed a REST API using FastAPI
- Explored ways to visualize GitHub data
**IT Support Specialist**⇥Sep. 2018 – Present
_Initech University_⇥_Georgetown, TX_
- Communicate with managers
**Projects**
**Gitlytics** | _Python, Flask, React_⇥June 2020 – Present
- Developed a web app
**Simple Paintball** | _Java, Maven_⇥May 2018 – May 2020
- Developed a plugin
**Technical Skills**
**Languages**: Java, Python
**Frameworks**: React
""",
        ("Undergraduate Research Assistant", "Globex A&M University", "2020-06", "present", 2, False),
        ("IT Support Specialist", "Initech University", "2018-09", "present", 1, False),
        ("Gitlytics", None, "2020-06", "present", 1, False),
        ("Simple Paintball", None, "2018-05", "2020-05", 1, False),
    ),
    Drawn(
        "more-contractor-clients",
        """
**EXPERIENCE**
**Globex Consulting Group, Chicago, IL⇥May 2014 – Present**
**Senior Consultant**
**Client: Umbrella Insurance (Jan 2019 – Present)**
- Led the policy migration
- Trained users
**Client: Hooli Airlines (May 2014 – Dec 2018)**
- Built the crew scheduler
**EDUCATION**
""",
        ("Senior Consultant", "Globex Consulting Group", "2014-05", "present", 0, False),
        (ANY, "Umbrella Insurance", "2019-01", "present", 2, False),
        (ANY, "Hooli Airlines", "2014-05", "2018-12", 1, False),
    ),
    Drawn(
        "more-sales-prose",
        """
**Career History**
**Globex Pharma**
**Territory Manager, Ohio Valley (January 2015 – Present)**
Manage a $5M territory calling on cardiologists, internists and hospitals.
- Ranked 3 of 120 in 2019
- President's Club 2017
**Initech Medical**
**Sales Representative (June 2010 – December 2014)**
Sold wound care products to nursing homes in two counties.
- Exceeded plan four years running
**Awards**
Rookie of the Year 2011
""",
        (ANY, "Globex Pharma", "2015-01", "present", ANY, False),
        ("Sales Representative", "Initech Medical", "2010-06", "2014-12", ANY, False),
    ),
    Drawn(
        "more-dates-parens-front",
        """
# WORK EXPERIENCE
(2019-Present) Globex Security, Site Supervisor
- Supervise 12 guards
(2015-2019) Initech Guard Co., Guard
- Patrolled the mall
# REFERENCES
Available on request
""",
        ("Site Supervisor", "Globex Security", "2019", "present", 1, False),
        ("Guard", "Initech Guard Co.", "2015", "2019", 1, False),
    ),
    Drawn(
        "more-label-value-lines",
        """
EMPLOYMENT RECORD
Employer: Globex Construction Ltd
Position: Site Engineer
Period: June 2016 to date
Location: Nairobi, Kenya
Duties:
- Supervise concrete works
- Prepare payment certificates
Employer: Initech Roads
Position: Assistant Engineer
Period: January 2013 to May 2016
Location: Mombasa, Kenya
Duties:
- Surveyed roads
EDUCATION
REFEREES
Eng. Paul Roe, Globex
""",
        ("Site Engineer", "Globex Construction Ltd", "2016-06", "present", 2, False),
        ("Assistant Engineer", "Initech Roads", "2013-01", "2016-05", 1, False),
    ),
    Drawn(
        "more-label-table-india",
        """
**PROJECTS HANDLED**
| Project Name | Umbrella Wallet
| Client | Umbrella Bank, Singapore
| Role | Android Developer
| Duration | Jan 2020 – Till date
| Team Size | 5
| Technologies | Kotlin, Firebase
**Responsibilities:**
- Developed the transfer screens
- Fixed crashes
| Project Name | Hooli Fit
| Client | Hooli, USA
| Role | Android Developer
| Duration | Mar 2018 – Dec 2019
| Team Size | 3
| Technologies | Java, SQLite
**Responsibilities:**
- Built the step counter
**PERSONAL DETAILS**
Date of Birth: 01 Jan 1990
""",
        ("Android Developer", "Umbrella Bank", "2020-01", "present", 2, True),
        ("Android Developer", "Hooli", "2018-03", "2019-12", 1, True),
    ),
    Drawn(
        "more-projects-student",
        """
**ACADEMIC PROJECTS**
**Smart Irrigation System** (Jan 2022 – Apr 2022)
- Built a soil sensor with Arduino
- Sent data to ThingSpeak
**Library Management System**
- Wrote it in PHP
**INTERNSHIP & TRAINING**
**Web Developer Intern, Globex Tech, Jaipur** (May 2021 – Jul 2021)
- Built landing pages
**DECLARATION**
I hereby declare that the above is true.
""",
        ("Smart Irrigation System", None, "2022-01", "2022-04", 2, False),
        ("Library Management System", None, None, None, 1, False),
        ("Web Developer Intern", "Globex Tech", "2021-05", "2021-07", 1, False),
    ),
    Drawn(
        "more-italian",
        """
**ESPERIENZA LAVORATIVA**
**Da marzo 2018 ad oggi**
**Globex Italia S.p.A., Milano**
_Responsabile commerciale_
- Gestione dei clienti
- Formazione degli agenti
**Da gennaio 2014 a febbraio 2018**
**Initech S.r.l., Torino**
_Agente di vendita_
- Vendita di macchinari
**ISTRUZIONE**
Laurea in Economia, 2013
""",
        ("Responsabile commerciale", "Globex Italia S.p.A.", "2018-03", "present", 2, False),
        ("Agente di vendita", "Initech S.r.l.", "2014-01", "2018-02", 1, False),
    ),
    Drawn(
        "more-swedish",
        """
ARBETSLIVSERFARENHET
Projektledare, Globex AB, Stockholm
mars 2018 – pågående
- Ledde införandet av nytt affärssystem
- Ansvarade för budget
Systemutvecklare, Initech AB, Malmö
augusti 2013 – februari 2018
- Utvecklade webbtjänster
UTBILDNING
Civilingenjör, KTH, 2013
""",
        ("Projektledare", "Globex AB", "2018-03", "present", 2, False),
        ("Systemutvecklare", "Initech AB", "2013-08", "2018-02", 1, False),
    ),
    Drawn(
        "more-pipes-company-first-below",
        """
WORK EXPERIENCE
Globex Realty | Scottsdale, AZ
Leasing Agent | April 2018 - Present
• Toured units with prospects
• Closed 90 leases a year
Initech Properties | Tempe, AZ
Assistant Manager | Jan 2015 - March 2018
• Collected rent
VOLUNTEER EXPERIENCE
Habitat Umbrella | Tempe, AZ
Crew Leader | 2016 - Present
• Led a crew of ten
""",
        ("Leasing Agent", "Globex Realty", "2018-04", "present", 2, False),
        ("Assistant Manager", "Initech Properties", "2015-01", "2018-03", 1, False),
        ("Crew Leader", "Habitat Umbrella", "2016", "present", 1, False),
    ),
    Drawn(
        "more-oriel-median-table",
        """
| **[TYPE YOUR NAME]** |
| **Objectives** | [Type your objectives]
| **Education** | **[Type your school name]** / [Type the completion date] / - [Type list of accomplishments]
| **Experience** | **[Type your job title]** |
| | [Type the company name] ([Type the start date] – [Type the end date])
| | - [Type list of job responsibilities]
| **Skills** | - [Type list of skills]
""",
        ("[Type your job title]", "[Type the company name]", None, None, 1, False),
    ),
    Drawn(
        "more-german-stationen",
        """
**Max Muster**
**Berufliche Stationen**
**Globex AG** | Frankfurt am Main
**Senior Consultant** | 01.2019 – heute
• Beratung von Banken zu Regulatorik
• Leitung von Teilprojekten
**Initech GmbH** | Mainz
**Consultant** | 07.2015 – 12.2018
• Erstellung von Analysen
**Studium**
2010 – 2015 M.Sc. Finance, Universität Mainz
**Weiterbildung**
Scrum Master, 2017
**Sprachen & EDV**
Englisch, SAP
""",
        ("Senior Consultant", "Globex AG", "2019-01", "present", 2, False),
        ("Consultant", "Initech GmbH", "2015-07", "2018-12", 1, False),
    ),
    Drawn(
        "more-company-dates-right-title-next-desc",
        """
**Relevant Experience**
**Globex Nonprofit**, Albany, NY⇥Sept. 2018 – Present
**Development Director**
Responsible for fundraising of a $3M organization that serves youth across the state.
- Wrote grants worth $900k
- Planned the gala
**Initech Museum**, Troy, NY⇥Aug. 2014 – Sept. 2018
**Development Associate**
- Managed donor records
**Additional Experience**
**Umbrella Theater**, Troy, NY⇥2012 – 2014
**Box Office Assistant**
**Education**
""",
        ("Development Director", "Globex Nonprofit", "2018-09", "present", ANY, False),
        ("Development Associate", "Initech Museum", "2014-08", "2018-09", 1, False),
        ("Box Office Assistant", "Umbrella Theater", "2012", "2014", 0, False),
    ),
    Drawn(
        "more-dash-client-place",
        """
**Work Experience:**
**Globex – Atlanta, GA⇥Feb 2021 – Present**
**Position: Salesforce Developer**
**Description:** Globex sells insurance to home owners in the south east.
**Responsibilities:**
- Developed Lightning components
- Wrote Apex triggers
**Environment:** Apex, LWC
**Initech – Remote⇥Aug 2018 – Jan 2021**
**Position: Salesforce Administrator**
**Responsibilities:**
- Created flows
**Environment:** Sales Cloud
**Education Details:**
- MS, State College
""",
        ("Salesforce Developer", "Globex", "2021-02", "present", 2, True),
        ("Salesforce Administrator", "Initech", "2018-08", "2021-01", 1, True),
    ),
    Drawn(
        "more-bold-inline-responsibilities",
        """
Experience
Globex Analytics Pvt. Ltd., Mumbai
Business Analyst (Oct 2019 - Present)
Responsibilities: Gather requirements from stakeholders and write user stories for two scrum teams.
Achievements: Star performer of the year 2021.
Initech Services, Thane
Process Associate (Jan 2017 - Sep 2019)
Responsibilities: Handled claims of customers from the United States.
Education
MBA, 2016
""",
        ("Business Analyst", "Globex Analytics Pvt. Ltd.", "2019-10", "present", ANY, ANY),
        ("Process Associate", "Initech Services", "2017-01", "2019-09", ANY, ANY),
    ),
    Drawn(
        "more-functional-caps-tasks",
        """
WORK EXPERIENCE
Administrative Assistant
Globex Law Firm | Tulsa, OK | May 2018 to Present
Main Responsibilities
• Type briefs
• Book travel
Notable Accomplishments
• Cut paper use in half
File Clerk
Initech Law | Tulsa, OK | Jan 2016 to Apr 2018
Main Responsibilities
• Filed papers
EDUCATION
Tulsa College
""",
        ("Administrative Assistant", "Globex Law Firm", "2018-05", "present", 3, False),
        ("File Clerk", "Initech Law", "2016-01", "2018-04", 1, False),
    ),
    Drawn(
        "more-at-sign",
        """
## Experience
**Backend Engineer @ Globex** (Berlin) — 03/2021–now
- Scaled the queue
- Wrote the billing API
**Working Student @ Initech** (Potsdam) — 10/2018–02/2021
- Fixed bugs
## Education
M.Sc. Informatik @ TU Berlin — 2021
""",
        ("Backend Engineer", "Globex", "2021-03", "present", 2, False),
        ("Working Student", "Initech", "2018-10", "2021-02", 1, False),
    ),
    Drawn(
        "more-months-apostrophe",
        """
Professional Experience:
Globex Infotech, Noida                             Aug'19 – Till Date
Sr. Software Engineer
Project: E-Commerce Portal
• Developed cart module
• Integrated payment gateway
Initech Solutions, Gurgaon                         June'16 – July'19
Software Engineer
Project: HR Portal
• Developed leave module
Educational Qualification:
B.Tech from UPTU in 2016
""",
        ("Sr. Software Engineer", "Globex Infotech", "2019-08", "present", 2, False),
        ("Software Engineer", "Initech Solutions", "2016-06", "2019-07", 1, False),
    ),
    Drawn(
        "more-company-url-line",
        """
# Work
**Globex** — globex.example⇥Remote
CTO⇥2020/03 – present
- Grew the team from 3 to 20
**Initech** — initech.example⇥Vienna, Austria
Lead Developer⇥2016/05 – 2020/02
- Rewrote the core
# Education
""",
        ("CTO", "Globex", "2020-03", "present", 1, False),
        ("Lead Developer", "Initech", "2016-05", "2020-02", 1, False),
    ),
    Drawn(
        "more-table-header-row",
        """
**EMPLOYMENT HISTORY**
| **Period** | **Employer** | **Position**
| 2018 – Present | Globex Mining Ltd | Senior Geologist
| 2014 – 2018 | Initech Minerals | Geologist
| 2011 – 2014 | Umbrella Gold | Junior Geologist
**EDUCATION**
| **Year** | **Institution** | **Qualification**
| 2010 | Northgate University | BSc Geology
""",
        ("Senior Geologist", "Globex Mining Ltd", "2018", "present", 0, False),
        ("Geologist", "Initech Minerals", "2014", "2018", 0, False),
        ("Junior Geologist", "Umbrella Gold", "2011", "2014", 0, False),
    ),
    Drawn(
        "more-two-col-table-role-left",
        """
# PROFESSIONAL EXPERIENCE
| **Globex Hotels** | March 2019 – Present
| _Front Desk Manager_ | Orlando, FL
- Run a team of nine
- Handle VIP arrivals
| **Initech Inn** | June 2015 – Feb 2019
| _Night Auditor_ | Tampa, FL
- Balanced accounts
# EDUCATION
| **State College** | 2015
""",
        ("Front Desk Manager", "Globex Hotels", "2019-03", "present", 2, False),
        ("Night Auditor", "Initech Inn", "2015-06", "2019-02", 1, False),
    ),
    Drawn(
        "more-cv-uk",
        """
**Curriculum Vitae**
**PERSONAL STATEMENT**
A reliable electrician.
**CAREER HISTORY**
**Jan 2017 – Date: Globex Electrical Ltd, Leeds**
**Electrician**
- Rewired homes
- Tested circuits
**Sept 2012 – Dec 2016: Initech Services plc, York**
**Apprentice Electrician**
- Assisted on sites
**EDUCATION AND QUALIFICATIONS**
City & Guilds Level 3, 2016
**HOBBIES**
Cycling
**REFERENCES**
Available on request.
""",
        ("Electrician", "Globex Electrical Ltd", "2017-01", "present", 2, False),
        ("Apprentice Electrician", "Initech Services plc", "2012-09", "2016-12", 1, False),
    ),
    Drawn(
        "more-research-cv",
        """
RESEARCH EXPERIENCE
Postdoctoral Fellow, Lab of Dr. Pat Poe⇥2019 – Present
Globex Institute of Biology, La Jolla, CA
- Imaged neurons in zebrafish
- Built a light-sheet microscope
Graduate Research Assistant⇥2013 – 2019
Initech University, Ann Arbor, MI
- Mapped receptors
TEACHING EXPERIENCE
Teaching Assistant, Cell Biology⇥Fall 2014
Initech University
- Led two sections
PUBLICATIONS
1. Roe J, Poe P. Neurons in light. J Fish Biol. 2020;12:44-50.
CONFERENCE PRESENTATIONS
Roe J. "Light and fish". Annual Meeting of Fish People, Denver, CO, June 2018.
""",
        (ANY, ANY, "2019", "present", 2, False),
        ("Graduate Research Assistant", "Initech University", "2013", "2019", 1, False),
        (ANY, "Initech University", "2014", "2014", 1, False),
    ),
    Drawn(
        "more-client-slash-domain",
        """
**PROFESSIONAL EXPERIENCE**
**Sr. .NET Developer**
**Globex Energy – Houston, TX (Remote)⇥Nov 2021 to Present**
_Globex Energy is a provider of electricity for homes and businesses in Texas._
**Key Responsibilities:**
- Built APIs with .NET 6
- Moved services to Azure
**Technology Stack:** C#, .NET 6, Azure
**.NET Developer**
**Initech Insurance – Omaha, NE⇥Apr 2018 to Oct 2021**
_Initech Insurance sells farm insurance in the Midwest and the Great Plains._
**Key Responsibilities:**
- Built MVC screens
**Technology Stack:** C#, MVC
**CERTIFICATIONS**
- Azure Developer Associate
""",
        ("Sr. .NET Developer", "Globex Energy", "2021-11", "present", 2, True),
        (".NET Developer", "Initech Insurance", "2018-04", "2021-10", 1, True),
    ),
    Drawn(
        "more-environment-then-bullets",
        """
# Experience
**Globex, NYC — Platform Engineer (2020–Present)**
_Environment: Kubernetes, Go, Terraform_
- Ran 40 clusters
- Wrote operators
**Initech, NYC — SRE (2017–2020)**
_Environment: Puppet, Ruby_
- On call for search
# Skills
""",
        ("Platform Engineer", "Globex", "2020", "present", 2, True),
        ("SRE", "Initech", "2017", "2020", 1, True),
    ),
    Drawn(
        "more-portuguese-pt",
        """
**EXPERIÊNCIA PROFISSIONAL**
**Abril de 2018 – Presente**
**Gestora de Projetos** | Globex Portugal, Lisboa
- Gestão de equipas
- Controlo de orçamento
**Maio de 2013 – Março de 2018**
**Assistente** | Initech Lda., Porto
- Apoio à direção
**EDUCAÇÃO E FORMAÇÃO**
2009 – 2013 Licenciatura em Gestão
""",
        ("Gestora de Projetos", "Globex Portugal", "2018-04", "present", 2, False),
        ("Assistente", "Initech Lda.", "2013-05", "2018-03", 1, False),
    ),
    Drawn(
        "more-volunteer-clubs",
        """
**VOLUNTEERING & LEADERSHIP**
**Umbrella Shelter**, Volunteer⇥Jan 2019 – Present
- Walk dogs every Saturday
**Student Union**, Treasurer⇥2017 – 2018
- Kept a budget of $40,000
**WORK EXPERIENCE**
**Globex Pets**, Groomer⇥May 2018 – Present
- Groom ten dogs a day
**PROJECTS & RESEARCH**
**Dog Diet Study**⇥2018
- Weighed 80 dogs for a term paper
""",
        ("Volunteer", "Umbrella Shelter", "2019-01", "present", 1, False),
        ("Treasurer", "Student Union", "2017", "2018", 1, False),
        ("Groomer", "Globex Pets", "2018-05", "present", 1, False),
        ("Dog Diet Study", None, "2018", "2018", 1, False),
    ),
    Drawn(
        "more-period-line-with-place",
        """
# Experience
**Junior Architect**
Globex Architects
Mumbai, India | Aug 2019 – Present
Drafting plans for residential towers and coordinating consultants.
Preparing tender documents and site visit reports.
**Intern**
Initech Studio
Pune, India | Jan 2019 – Jul 2019
Making models and rendering views for competitions.
# Software
AutoCAD, Revit
""",
        ("Junior Architect", "Globex Architects", "2019-08", "present", 2, False),
        ("Intern", "Initech Studio", "2019-01", "2019-07", 1, False),
    ),
    Drawn(
        "more-hospital-abbrev",
        """
WORK HISTORY
Globex Hospital; Detroit, MI
Phlebotomist: 8/2017-present
* Draw blood from 50 patients a day
* Label samples
Initech Clinic; Flint, MI
Medical Assistant: 2/2014-7/2017
* Took vitals
EDUCATION & TRAINING
Phlebotomy Certificate, 2014
""",
        ("Phlebotomist", "Globex Hospital", "2017-08", "present", 2, False),
        ("Medical Assistant", "Initech Clinic", "2014-02", "2017-07", 1, False),
    ),
    Drawn(
        "more-subheads-in-job",
        """
**PROFESSIONAL EXPERIENCE**
**GLOBEX BANK, London**⇥**2013 – Present**
**Head of Compliance**
**Governance**
- Chaired the risk committee
- Rewrote all policies
**Team Management**
- Hired eight officers
**INITECH BANK, London**⇥**2008 – 2013**
**Compliance Officer**
- Reviewed trades
**EDUCATION**
LLB, 2007
""",
        ("Head of Compliance", "GLOBEX BANK", "2013", "present", 3, False),
        ("Compliance Officer", "INITECH BANK", "2008", "2013", 1, False),
    ),
    Drawn(
        "more-hr-us-dates-days",
        """
EMPLOYMENT
HR Generalist, Globex Staffing, Waco, TX
03/15/2018 - Present
- Onboard staff
Recruiter, Initech Talent, Waco, TX
06/01/2015 - 03/01/2018
- Sourced welders
EDUCATION
BBA, 2015
""",
        ("HR Generalist", "Globex Staffing", "2018-03", "present", 1, False),
        ("Recruiter", "Initech Talent", "2015-06", "2018-03", 1, False),
    ),
    Drawn(
        "more-summary-career-snapshot",
        """
**CAREER SNAPSHOT**
Globex Ltd, Manager, 2018 – Present
Initech Ltd, Executive, 2012 – 2018
**WORK EXPERIENCE**
**Globex Ltd, Delhi**⇥**Apr 2018 – Present**
Manager – Accounts
- Close books monthly
**Initech Ltd, Delhi**⇥**May 2012 – Mar 2018**
Executive – Accounts
- Passed entries
**IT SKILLS**
Tally
**STRENGTHS**
Honest
""",
        ("Manager – Accounts", "Globex Ltd", "2018-04", "present", 1, False),
        ("Executive – Accounts", "Initech Ltd", "2012-05", "2018-03", 1, False),
    ),
)
