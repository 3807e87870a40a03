"""Resumes of callings and countries with habits of their own: federal forms, academics, ships, stages, farms.

Each picture is read by `drawn.drawing.draw`; behind it stand the experiences that a person finds in it: role, company,
start, end, number of bullets, and whether it has an environment line. ANY stands for what nobody asks.
"""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "federal, one block of facts",
        """
**Hollis Penn**
Citizenship: United States  Veterans' preference: 5-point
# WORK EXPERIENCE
**U.S. Department of Tides, Bureau of Shores**
400 Harbor Street, Norfolk, VA 23510
**Contract Specialist, GS-1102-11**
March 2019 – Present
Salary: $78,500 per year
Hours per week: 40
Supervisor: Ann Corey, 757-555-0100 (may contact)
Series/Grade: GS-1102-11
- Award contracts for dredging worth up to $4M
- Review bids against the regulation
**City of Norfolk**
810 Union Street, Norfolk, VA 23510
**Buyer II**
June 2015 – March 2019
Salary: $51,000 per year
Hours per week: 40
Supervisor: Bill Tate, 757-555-0101 (may contact)
- Bought fleet vehicles
# EDUCATION
BA, Elm State University, 2014
""",
        (
            "Contract Specialist, GS-1102-11",
            "U.S. Department of Tides, Bureau of Shores",
            "2019-03",
            "present",
            2,
            False,
        ),
        ("Buyer II", "City of Norfolk", "2015-06", "2019-03", 1, False),
    ),
    Drawn(
        "federal, labels in one line",
        """
**EXPERIENCE**
**Job Title:** Park Ranger⇥**Grade:** GS-0025-07
**Employer:** National Shore Service, Cape Tannock, MA
**Dates:** 05/2018 to 09/2022⇥**Hours per week:** 40
• Led walks for 3,000 visitors a summer
• Wrote signs and leaflets
**Job Title:** Trail Crew Member⇥**Grade:** WG-3502-05
**Employer:** Green Ridge Conservation Corps, Bethel, VT
**Dates:** 05/2016 to 10/2017⇥**Hours per week:** 40
• Built bridges
**EDUCATION**
""",
        ("Park Ranger", "National Shore Service", "2018-05", "2022-09", 2, False),
        ("Trail Crew Member", "Green Ridge Conservation Corps", "2016-05", "2017-10", 1, False),
    ),
    Drawn(
        "academic life",
        """
**Dr. Amina Dowd**
Department of Geology, Elm State University
**Academic Appointments**
2019–present⇥Associate Professor, Department of Geology, Elm State University
2013–2019⇥Assistant Professor, Department of Earth Sciences, Westbridge University
2011–2013⇥Postdoctoral Fellow, Institute for Rivers, Kassel
**Education**
2011⇥Ph.D., Geology, Westbridge University
2005⇥B.Sc., Geology, Elm College
**Publications**
Dowd, A., 2020. Slow rivers. Journal of Tides 12, 44–51.
Dowd, A. and Penn, H., 2018. Silt. Earth Letters 4, 1–9.
**Grants**
2018–2021⇥National Shore Foundation, $240,000
**Invited Talks**
2019⇥University of Leeds, Rivers Week
""",
        ("Associate Professor", "Department of Geology, Elm State University", "2019", "present", 0, False),
        ("Assistant Professor", "Department of Earth Sciences, Westbridge University", "2013", "2019", 0, False),
        ("Postdoctoral Fellow", "Institute for Rivers", "2011", "2013", 0, False),
    ),
    Drawn(
        "research and teaching apart",
        """
**EDUCATION**
**Elm State University**, Boise, ID⇥2016 – 2021
Ph.D. in Chemistry
**RESEARCH EXPERIENCE**
**Graduate Research Assistant**, Halder Lab, Elm State University⇥2017 – 2021
- Grew crystals
- Wrote four papers
**TEACHING EXPERIENCE**
**Teaching Assistant**, General Chemistry, Elm State University⇥Fall 2016 – Spring 2017
- Led two sections a week
**CONFERENCE PRESENTATIONS**
"Crystals that bend", Tides of Chemistry, Boise, ID, March 2019
**SERVICE**
Reviewer, Journal of Crystals, 2019 – 2021
""",
        ("Graduate Research Assistant", "Halder Lab, Elm State University", "2017", "2021", 2, False),
        ("Teaching Assistant", ANY, "2016", "2017", 1, False),
    ),
    Drawn(
        "a ship's officer",
        """
SEA SERVICE
| Vessel | Type | Rank | Company | From | To
| MV Tarn | Bulk | Chief Officer | Pell Shipping | 03/2021 | 09/2021
| MV Alder | Tanker | Second Officer | Harrow Lines | 05/2019 | 12/2020
EDUCATION
Nautical College, 2015
""",
        ("Chief Officer", ANY, "2021-03", "2021-09", 0, False),
        ("Second Officer", ANY, "2019-05", "2020-12", 0, False),
    ),
    Drawn(
        "enlisted years with units below",
        """
**Corwin Dash**
**MILITARY SERVICE**
**U.S. Army**⇥2009 – 2017
**Platoon Sergeant**, 2nd Brigade, Fort Tannock, GA⇥2014 – 2017
• Led 38 soldiers
• Kept $3M of equipment
**Squad Leader**, 4th Infantry, Fort Belmar, TX⇥2009 – 2014
• Trained nine soldiers
**EMPLOYMENT**
**Security Supervisor**, Palisade Services, Savannah, GA⇥2017 – Present
• Plan shifts
""",
        ("Platoon Sergeant", ANY, "2014", "2017", 2, False),
        ("Squad Leader", ANY, "2009", "2014", 1, False),
        ("Security Supervisor", "Palisade Services", "2017", "present", 1, False),
    ),
    Drawn(
        "europass with labels in a table",
        """
| **WORK EXPERIENCE** |
| Dates (from – to) | 03/2017 – Present
| Name and address of employer | Tarpan Labs, ul. Polna 4, Brelno
| Type of business or sector | Software
| Occupation or position held | Test engineer
| Main activities and responsibilities | - Testing of payment terminals / - Reports to the client
| Dates (from – to) | 09/2014 – 02/2017
| Name and address of employer | Bluszcz, ul. Nowa 1, Brelno
| Occupation or position held | Junior tester
| Main activities and responsibilities | - Manual tests
| **EDUCATION AND TRAINING** |
| Dates (from – to) | 2009 – 2014
| Name and type of organisation | Politechnika Brelno
""",
        ("Test engineer", ANY, "2017-03", "present", 2, False),
        ("Junior tester", ANY, "2014-09", "2017-02", 1, False),
    ),
    Drawn(
        "agency with implementation partner",
        """
**Ravi Kottal**
**PROFESSIONAL EXPERIENCE**
**Client: Oakmere Insurance, Hartford, CT⇥Mar 2021 – Till Date**
**Implementation Partner: Zentara**
**Role: Senior Guidewire Developer**
**Project Description:** Oakmere replaces its policy system, and this team moves forty products to the new one.
**Responsibilities:**
- Configured PolicyCenter product models
- Wrote Gosu rules
- Reviewed code of the offshore team
**Environment:** Guidewire 10, Gosu, Oracle 19c
**Client: Halder Mutual, Columbus, OH⇥Jan 2019 – Feb 2021**
**Implementation Partner: BKT**
**Role: Guidewire Developer**
**Project Description:** Halder Mutual opens claims on the web, and this team builds the screens.
**Responsibilities:**
- Built ClaimCenter screens
- Fixed defects
**Environment:** Guidewire 9, Gosu
**EDUCATION**
""",
        ("Senior Guidewire Developer", "Oakmere Insurance", "2021-03", "present", 3, True),
        ("Guidewire Developer", "Halder Mutual", "2019-01", "2021-02", 2, True),
    ),
    Drawn(
        "employer with vendors in brackets",
        """
**Work Experience**
**Quillon Wireless (via Trellis Staffing), Plano, TX** | Aug 2020 – Present
**Network Engineer**
- Planned towers
- Tuned radios
**US Tidewater Corp (Contract), Norfolk, VA** | Jan 2018 – Jul 2020
**Network Engineer**
- Watched alarms
**Education**
""",
        ("Network Engineer", ANY, "2020-08", "present", 2, False),
        ("Network Engineer", ANY, "2018-01", "2020-07", 1, False),
    ),
    Drawn(
        "employment with projects numbered within",
        """
**EMPLOYMENT DETAILS**
**Pellworth Technologies Pvt Ltd, Pune** ⇥ **Jul 2017 – Present**
**Technical Lead**
**Project #1: Freight Desk (Apr 2020 – Present)**
Environment: Java, Spring Boot, Angular
- Led a team of five
- Built the quote engine
**Project #2: Yard View (Jul 2017 – Mar 2020)**
Environment: Java, Struts
- Built the yard map
**EDUCATION**
B.E., University of Pune, 2017
""",
        ("Technical Lead", "Pellworth Technologies Pvt Ltd", "2017-07", "present", 0, False),
        (ANY, ANY, "2020-04", "present", 2, True),
        (ANY, ANY, "2017-07", "2020-03", 1, True),
    ),
    Drawn(
        "achievements under each employment",
        """
# Career History & Key Achievements
**Operations Director**⇥**Amberline Logistics**⇥2016 to date
Responsible for three depots and a budget of £12m.
_Key achievements:_
- Cut the cost of a parcel by 11%
- Opened the Leeds depot
**Depot Manager**⇥**Pike Brothers**⇥2011 to 2016
Responsible for one depot with 60 drivers.
_Key achievements:_
- Won the region's safety award
# Qualifications
Chartered Manager, 2014
""",
        ("Operations Director", "Amberline Logistics", "2016", "present", 2, False),
        ("Depot Manager", "Pike Brothers", "2011", "2016", 1, False),
    ),
    Drawn(
        "years in capitals above, prose below",
        """
WHERE I'VE WORKED
2018 – NOW
LOOP
Creative Lead
I lead a team of four who make posters, films and noise for small theatres in three countries.
2014 – 2018
PAPERCUT
Graphic Designer
I drew book covers and set the type of a weekly paper for four years.
WHERE I STUDIED
2010 – 2014
ART COLLEGE OF HARLAN
WHAT I CAN DO
Type, film, noise
""",
        ("Creative Lead", "LOOP", "2018", "present", 1, False),
        ("Graphic Designer", "PAPERCUT", "2014", "2018", 1, False),
    ),
    Drawn(
        "spaces for layout",
        """
EXPERIENCE
Hardin Steel                         Gary, IN                    1998 - 2006
Ironworker
   - Set beams on high-rise jobs
   - Read blueprints
Local 44                             Hammond, IN                 1992 - 1998
Apprentice
   - Learned to weld
EDUCATION
Gary Vocational School               Gary, IN                    1992
""",
        ("Ironworker", "Hardin Steel", "1998", "2006", 2, False),
        ("Apprentice", "Local 44", "1992", "1998", 1, False),
    ),
    Drawn(
        "linkedin with logos' names",
        """
**Experience**
**Customer Success Manager**
Orange Leaf Telecom · Full-time
Mar 2020 - Present · 3 yrs 1 mo
Austin, Texas, United States · Hybrid
Look after forty accounts in the mountain region and run their quarterly reviews.
**Skills:** Gainsight · Salesforce
**Account Manager**
Brightside Agency · Part-time
Jan 2017 - Feb 2020 · 3 yrs 2 mos
Austin, Texas, United States
Managed twelve accounts from brief to invoice and kept them for three years.
**Skills:** HubSpot
**Education**
**Elm State University**
Bachelor of Arts - BA, Communication
2012 - 2016
**Licenses & certifications**
**Customer Success Level 2**
Harrow Guild
Issued Mar 2021
""",
        ("Customer Success Manager", "Orange Leaf Telecom", "2020-03", "present", 1, ANY),
        ("Account Manager", "Brightside Agency", "2017-01", "2020-02", 1, ANY),
    ),
    Drawn(
        "linkedin, many roles at one",
        """
**Experience**
**Fitch & Dunmore**
Full-time · 6 yrs 2 mos
**Buyer**
Jun 2020 - Present · 2 yrs 10 mos
- Buy for 40 stores
**Assistant Buyer**
Feb 2017 - May 2020 · 3 yrs 4 mos
- Wrote orders
**Tessaro Shoes**
2 yrs
**Sales Associate**
Jan 2015 - Dec 2016 · 2 yrs
- Sold shoes
**Education**
""",
        ("Buyer", "Fitch & Dunmore", "2020-06", "present", 1, False),
        ("Assistant Buyer", "Fitch & Dunmore", "2017-02", "2020-05", 1, False),
        ("Sales Associate", "Tessaro Shoes", "2015-01", "2016-12", 1, False),
    ),
    Drawn(
        "nurse with units and licences",
        """
**LICENSURE**
RN, State of Ohio, #RN-000000, exp. 08/2025
BLS, ACLS – exp. 03/2024
**CLINICAL EXPERIENCE**
**Mercy Vale Medical Center** – Columbus, OH⇥02/2019 – Present
_Staff Nurse, Cardiac Step-Down (24 beds)_
- Care for four patients a shift
- Charge nurse twice a week
**Pinecrest Rehabilitation and Nursing** – Dayton, OH⇥06/2016 – 01/2019
_Staff Nurse, Skilled Nursing (60 beds)_
- Gave medication to 20 residents
**CLINICAL ROTATIONS**
Alder Street Clinic, Pediatrics, 120 hours
**EDUCATION**
BSN, Elm State University, 2016
""",
        (ANY, "Mercy Vale Medical Center", "2019-02", "present", 2, False),
        (ANY, "Pinecrest Rehabilitation and Nursing", "2016-06", "2019-01", 1, False),
    ),
    Drawn(
        "a career break among others",
        """
**PROFESSIONAL EXPERIENCE**
**Senior Accountant**, Crane Financial, Reno, NV⇥06/2021 – Present
- Close the books by day three
**Career Break – Parental Leave**⇥01/2019 – 05/2021
**Accountant**, Plaza Title, Reno, NV⇥04/2014 – 12/2018
- Reconciled accounts
**EDUCATION**
""",
        ("Senior Accountant", "Crane Financial", "2021-06", "present", 1, False),
        (ANY, ANY, "2019-01", "2021-05", 0, False),
        ("Accountant", "Plaza Title", "2014-04", "2018-12", 1, False),
    ),
    Drawn(
        "freelance years",
        """
**EXPERIENCE**
**Freelance Photographer** | 2018 – Present
- Weddings, portraits, small firms
**Self-Employed, Video Editor** | 2015 – 2018
- Cut trailers
**Staff Photographer, The Harlan Gazette** | 2011 – 2015
- Shot the front page
""",
        ("Freelance Photographer", ANY, "2018", "present", 1, False),
        (ANY, ANY, "2015", "2018", 1, False),
        ("Staff Photographer", "The Harlan Gazette", "2011", "2015", 1, False),
    ),
    Drawn(
        "trainings that look like jobs",
        """
**EXPERIENCE**
**Process Engineer** | Vantrel Manufacturing | 2018 – 2023
- Cut scrap by 9%
**TRAINING**
**Lean Green Belt** | Harrow Institute | Jan 2020 – Mar 2020
- Twelve days of class
**Welding Basics** | Tallis Community College | 2017
- Forty hours
**MEMBERSHIPS**
**Secretary** | Guild of Engineers | 2019 – Present
**REFERENCES**
**Marge Holt** | Plant Manager | Vantrel Manufacturing
""",
        ("Process Engineer", "Vantrel Manufacturing", "2018", "2023", 1, False),
    ),
    Drawn(
        "skills in tables with bullets",
        """
**CORE SKILLS**
| - Budgeting / - Hiring | - Excel / - SAP | - Coaching / - Audits
**CAREER SNAPSHOT**
| Crane Financial | Controller | 2018 – Present
| Boston Paper Group | Senior Accountant | 2012 – 2018
**PROFESSIONAL EXPERIENCE**
**CRANE FINANCIAL**, Reno, NV
**Controller**, 2018 – Present
- Lead a team of nine
- Cut the close to three days
**BOSTON PAPER GROUP**, Boston, MA
**Senior Accountant**, 2012 – 2018
- Kept the ledger
**EDUCATION**
""",
        ("Controller", "CRANE FINANCIAL", "2018", "present", 2, False),
        ("Senior Accountant", "BOSTON PAPER GROUP", "2012", "2018", 1, False),
    ),
    Drawn(
        "a page's turn repeated with the employer",
        """
**Luz Carranza**
**EXPERIENCE**
**Regional Sales Manager**, Larkin Auto Group, Tulsa, OK⇥2017 – Present
- Run nine stores
Luz Carranza⇥Page 2
**Regional Sales Manager**, Larkin Auto Group (continued)
- Opened the Tulsa store
**Store Manager**, HomeBarn, Tulsa, OK⇥2012 – 2017
- Ran one store
**EDUCATION**
""",
        ("Regional Sales Manager", "Larkin Auto Group", "2017", "present", 2, False),
        ("Store Manager", "HomeBarn", "2012", "2017", 1, False),
    ),
    Drawn(
        "volunteer work with dates",
        """
**Work Experience**
**Shift Supervisor**, Blue Kettle Coffee, Salem, OR — 2019 to present
- Plan shifts
**Volunteer Experience**
**Youth Soccer Coach**, YMCA of Harlan — 2017 to present
- Coach twelve children
**Reader**, Elm Library — Summer 2016
- Read to children
""",
        ("Shift Supervisor", "Blue Kettle Coffee", "2019", "present", 1, False),
        ("Youth Soccer Coach", "YMCA of Harlan", "2017", "present", 1, False),
        ("Reader", "Elm Library", "2016", "2016", 1, False),
    ),
    Drawn(
        "an actor's credits are no employments",
        """
**CREDITS**
Hamlet⇥Ophelia⇥Red Door Theatre
The Tide⇥Chorus⇥Harlan Opera
**OTHER EXPERIENCE**
Box Office Clerk, Red Door Theatre, 2018 – 2021
- Sold tickets
**TRAINING**
Voice: Ada Brill, 2016 – 2018
""",
        ("Box Office Clerk", "Red Door Theatre", "2018", "2021", 1, False),
    ),
    Drawn(
        "two titles in one employment with a slash",
        """
**PROFESSIONAL EXPERIENCE**
**Delmar Aerospace Corp.** Wichita, KS⇥**2015 – Present**
_Lead Machinist / Quality Inspector_
- Run five mills
- Inspect first parts
**Great Basin Mining** Elko, NV⇥**2010 – 2015**
_Maintenance Mechanic / Welder_
- Fixed haul trucks
**EDUCATION**
""",
        ("Lead Machinist / Quality Inspector", "Delmar Aerospace Corp.", "2015", "present", 2, False),
        ("Maintenance Mechanic / Welder", "Great Basin Mining", "2010", "2015", 1, False),
    ),
    Drawn(
        "dates alone in a left column over several rows",
        """
# Employment
| Jun 2019 – | **Trellis Staffing**, Dayton, OH
| Present | _Senior Recruiter_
| | - Fill forty openings a quarter
| | - Train two recruiters
| Jan 2016 – | **HRworks**, Dayton, OH
| May 2019 | _Recruiter_
| | - Filled openings
# Education
| 2011 – 2015 | **Elm State University**
""",
        ("Senior Recruiter", "Trellis Staffing", "2019-06", "present", 2, False),
        ("Recruiter", "HRworks", "2016-01", "2019-05", 1, False),
    ),
    Drawn(
        "a British life with reasons for leaving",
        """
**EMPLOYMENT HISTORY**
**Sept 2018 – Present**
**Barrow Primary School, Leeds**
**Class Teacher (Year 4)**
• Teach thirty children
• Lead music across the school
**Sept 2014 – July 2018**
**St Egon's C of E Primary, York**
**Class Teacher (Year 2)**
• Taught reading
Reason for leaving: moved house
**INTERESTS**
Fell running
""",
        ("Class Teacher (Year 4)", "Barrow Primary School", "2018-09", "present", 2, False),
        ("Class Teacher (Year 2)", "St Egon's C of E Primary", "2014-09", "2018-07", ANY, False),
    ),
    Drawn(
        "an Indian table of employments and details below",
        """
**EMPLOYMENT SUMMARY**
| S.No | Organization | Designation | Duration
| 1 | Pellworth Technologies | Team Lead | Apr 2019 – Till Date
| 2 | Zentara | Engineer | Jun 2015 – Mar 2019
**PROJECT DETAILS**
**Project Name: Ledger One**
Client: Halder Mutual
Role: Team Lead
Team Size: 9
Responsibilities:
• Planned sprints
• Wrote the batch
**Project Name: Yard View**
Client: Amberline
Role: Developer
Team Size: 4
Responsibilities:
• Wrote screens
**PERSONAL DETAILS**
Date of birth: 01.01.1990
""",
        ("Team Lead", "Pellworth Technologies", "2019-04", "present", 0, False),
        ("Engineer", "Zentara", "2015-06", "2019-03", 0, False),
        ("Team Lead", ANY, None, None, 2, False),
        ("Developer", ANY, None, None, 1, False),
    ),
    Drawn(
        "company names that are towns and roles",
        """
**EXPERIENCE**
**Houston Baker** — Paris, TX
_Line Cook_ — 2020 to 2023
- Ran the grill
**Washington Manager Group** — Dallas, PA
_Assistant Manager_ — 2018 to 2020
- Ran the floor
**Oxford** — Florence, KY
_Host_ — 2016 to 2018
- Seated guests
""",
        ("Line Cook", "Houston Baker", "2020", "2023", 1, False),
        ("Assistant Manager", "Washington Manager Group", "2018", "2020", 1, False),
        ("Host", "Oxford", "2016", "2018", 1, False),
    ),
    Drawn(
        "roles nobody knows with employers that look like firms",
        """
**EXPERIENCE**
**Gandy Dancer**, Ohio Rail Works Inc., Lima, OH⇥2019 – 2022
- Laid track
**Wrangler**, Fenwick Ranch LLC, Cody, WY⇥2017 – 2019
- Kept horses
**Dishie**, Copper Fox Tavern, Cody, WY⇥2015 – 2017
- Washed up
""",
        ("Gandy Dancer", "Ohio Rail Works Inc.", "2019", "2022", 1, False),
        ("Wrangler", "Fenwick Ranch LLC", "2017", "2019", 1, False),
        ("Dishie", "Copper Fox Tavern", "2015", "2017", 1, False),
    ),
    Drawn(
        "a heading for each employment in capitals",
        """
EXPERIENCE
SENIOR PARALEGAL, REYES HOLT & PARTNERS LLP
JANUARY 2019 – PRESENT, SAVANNAH, GA
Draft motions, file them with the court and keep the calendar of four lawyers.
LEGAL SECRETARY, KESSLER LAW
MARCH 2015 – DECEMBER 2018, SAVANNAH, GA
Answered phones, opened files and typed letters for the senior partner.
EDUCATION
AA, TALLIS COMMUNITY COLLEGE, 2014
""",
        ("SENIOR PARALEGAL", "REYES HOLT & PARTNERS LLP", "2019-01", "present", 1, False),
        ("LEGAL SECRETARY", "KESSLER LAW", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "long duties before short bullets",
        """
**Professional Experience**
**Project Coordinator, Habitat North, Duluth, MN**⇥**2018-2023**
Coordinated the building of forty houses with 600 volunteers a year, from permits to keys, and reported to the board.
Selected accomplishments:
- Finished every house on time
- Raised $80K
**Office Manager, Plaza Title, Duluth, MN**⇥**2014-2018**
Ran the office of a title company with twelve people, its books, its phones and its moves.
Selected accomplishments:
- Moved the office in one weekend
**Education**
""",
        ("Project Coordinator", "Habitat North", "2018", "2023", 2, False),
        ("Office Manager", "Plaza Title", "2014", "2018", 1, False),
    ),
    Drawn(
        "sub-headings by theme within one employer",
        """
# Experience
## VP of Sales, Wexler Medical Devices
Chicago, IL | January 2016 – Present
**Growth**
- Doubled revenue to $40M
- Opened Canada
**People**
- Hired 30 reps
## Regional Manager, Nordhaus
Chicago, IL | June 2010 – December 2015
**Growth**
- Led the region for four years
# Education
""",
        ("VP of Sales", "Wexler Medical Devices", "2016-01", "present", 3, False),
        ("Regional Manager", "Nordhaus", "2010-06", "2015-12", 1, False),
    ),
    Drawn(
        "Swedish life",
        """
**Arbetslivserfarenhet**
2019-08 – pågående
**Systemutvecklare**, Nordlys AB, Umeå
- Utveckling av betaltjänster
2015-01 – 2019-07
**Testare**, Fjällbyrån AB, Luleå
- Manuella tester
**Utbildning**
2010 – 2014 Umeå universitet
**Språk**
Svenska, engelska
""",
        ("Systemutvecklare", "Nordlys AB", "2019-08", "present", 1, False),
        ("Testare", "Fjällbyrån AB", "2015-01", "2019-07", 1, False),
    ),
    Drawn(
        "Turkish life",
        """
**İŞ DENEYİMİ**
**Yazılım Geliştirici** | Deniz Teknoloji A.Ş., İzmir
Ocak 2020 – Devam ediyor
- Ödeme sistemi geliştirme
**Stajyer** | Akça Holding, Ankara
Haziran 2018 – Eylül 2018
- Test yazımı
**EĞİTİM**
Ege Üniversitesi, 2014 – 2018
""",
        ("Yazılım Geliştirici", "Deniz Teknoloji A.Ş.", "2020-01", "present", 1, False),
        ("Stajyer", "Akça Holding", "2018-06", "2018-09", 1, False),
    ),
    Drawn(
        "Russian life",
        """
**Опыт работы**
**Март 2018 — по настоящее время**
**ООО «Ромашка Софт»**, Казань
Ведущий программист
- Разработка платёжного сервиса
**Июнь 2014 — Февраль 2018**
**АО «Берёзка»**, Казань
Программист
- Поддержка сайта
**Образование**
2009 — 2014 Университет
""",
        ("Ведущий программист", "ООО «Ромашка Софт»", "2018-03", "present", 1, False),
        ("Программист", "АО «Берёзка»", "2014-06", "2018-02", 1, False),
    ),
    Drawn(
        "Czech and Danish words for now",
        """
**Pracovní zkušenosti**
03/2019 – dosud
**Účetní**, Kaplan s.r.o., Brno
- Vedení účetnictví
06/2015 – 02/2019
**Asistentka**, Lípa a.s., Brno
- Správa kanceláře
**Vzdělání**
2010 – 2015 Univerzita
""",
        ("Účetní", "Kaplan s.r.o.", "2019-03", "present", 1, False),
        ("Asistentka", "Lípa a.s.", "2015-06", "2019-02", 1, False),
    ),
    Drawn(
        "education in the shape of employments",
        """
**EDUCATION**
**Elm State University**⇥**Boise, ID**
_Bachelor of Science, Engineering Manager Track_⇥_Aug 2016 – May 2020_
- Teaching assistant for two terms
- Dean's list
**Marlow High School**⇥**Marlow, OH**
_Student Council President_⇥_2012 – 2016_
- Led the council
**EXPERIENCE**
**Hardin Steel**⇥**Gary, IN**
_Process Engineer_⇥_Jun 2020 – Present_
- Cut scrap
""",
        ("Process Engineer", "Hardin Steel", "2020-06", "present", 1, False),
    ),
    Drawn(
        "projects of a student with links",
        """
**PROJECTS**
**Tide Table** | _Python, Flask, React_⇥June 2022 – Present
- Shows tides for forty harbors
- Used by 300 people
**Chess Clock** | _Java, Android_⇥May 2021
- Two thousand downloads
**WORK EXPERIENCE**
**Barista**⇥May 2020 – Aug 2021
_Blue Kettle Coffee_⇥_Salem, OR_
- Made coffee
""",
        (ANY, ANY, "2022-06", "present", 2, False),
        (ANY, ANY, ANY, "2021-05", 1, False),
        ("Barista", "Blue Kettle Coffee", "2020-05", "2021-08", 1, False),
    ),
    Drawn(
        "a farm life in two lines each",
        """
EXPERIENCE:
Farrier – self-employed, Fenwick, KY. 2012 to present.
Shoe 200 horses for forty farms.
Ranch Hand – Green Acres, Cody, WY. 2008 to 2012.
Fed cattle and mended fences.
EDUCATION:
Horseshoeing School, 2008
""",
        ("Farrier", ANY, "2012", "present", 1, False),
        ("Ranch Hand", "Green Acres", "2008", "2012", 1, False),
    ),
    Drawn(
        "duration behind the dates in brackets, place above",
        """
**Employment History**
Hyderabad, India
**Zentara** | Systems Engineer
(Jun-2016 to Aug-2019) 3.2 years
- Ran batch jobs
Pune, India
**Pellworth Technologies Pvt Ltd** | Trainee
(Jan-2015 to May-2016) 1.4 years
- Learned Java
**Academics**
B.Tech, 2014
""",
        ("Systems Engineer", "Zentara", "2016-06", "2019-08", 1, False),
        ("Trainee", "Pellworth Technologies Pvt Ltd", "2015-01", "2016-05", 1, False),
    ),
    Drawn(
        "roles in a column, employers in another, bullets below the row",
        """
**EXPERIENCE**
| **Paralegal** | **Kessler Law** | **2019 – Present**
- Draft motions
- Keep the calendar
| **Clerk** | **Harlan County** | **2016 – 2019**
- Filed deeds
**SKILLS**
| Word | Excel | Law
""",
        ("Paralegal", "Kessler Law", "2019", "present", 2, False),
        ("Clerk", "Harlan County", "2016", "2019", 1, False),
    ),
    Drawn(
        "everything in the summary's bullets is no employment",
        """
**PROFILE**
- Registered nurse since 2012 with experience at Mercy Vale Medical Center and Alder Street Clinic
- 2019 Nurse of the Year, Harlan County
**KEY SKILLS**
- Triage: St. Brannock Hospital, 2015 – 2018
- Epic: 2018 – Present
**EMPLOYMENT**
**Charge Nurse**, Mercy Vale Medical Center⇥2018 – Present
- Lead a shift of twelve
**REFERENCES**
**Dr. Osei**, Medical Director, Alder Street Clinic, 2012 – 2015
""",
        ("Charge Nurse", "Mercy Vale Medical Center", "2018", "present", 1, False),
    ),
    Drawn(
        "no titles at all",
        """
**Wren Tolliver**
wren@mail.example
Dispatcher
RTX Freight Lines, Joplin, MO
2019 – Present
- Send 40 trucks a day
Warehouse Associate
GWB Packaging, Joplin, MO
2015 – 2019
- Loaded trailers
""",
        ("Dispatcher", "RTX Freight Lines", "2019", "present", 1, False),
        ("Warehouse Associate", "GWB Packaging", "2015", "2019", 1, False),
    ),
    Drawn(
        "current and previous as titles",
        """
**CURRENT POSITION**
**Underwriter**, Oakmere Insurance, Hartford, CT (since April 2020)
- Price risks
**PREVIOUS POSITIONS**
**Claims Adjuster**, Halder Mutual, Columbus, OH (2015 – 2020)
- Settled claims
**Intern**, First Prairie Credit Union (Summer 2014)
- Opened accounts
**EDUCATION**
""",
        ("Underwriter", "Oakmere Insurance", "2020-04", "present", 1, False),
        ("Claims Adjuster", "Halder Mutual", "2015", "2020", 1, False),
        ("Intern", "First Prairie Credit Union", "2014", "2014", 1, False),
    ),
)
