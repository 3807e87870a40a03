"""Resumes by people whom no rule had in mind: `with`, brackets, hung hyphens, unknown towns, pages that turn."""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "a role with an employer",
        """
**Odile Farrow**
**EXPERIENCE**
Shift Lead (Nights) with Harrow Bakes, Elmira, NY, 2019 – 2022
- Ran the ovens
Baker with n3N Breads, Elmira, NY, 2016 – 2019
- Kneaded dough
Cashier with Pell Market, Elmira, NY, 2014 – 2016
- Counted the till
""",
        ("Shift Lead (Nights)", "Harrow Bakes", "2019", "2022", 1, False),
        ("Baker", "n3N Breads", "2016", "2019", 1, False),
        ("Cashier", "Pell Market", "2014", "2016", 1, False),
    ),
    Drawn(
        "employers in brackets",
        """
**Ivo Lanting**
**EXPERIENCE**
**Senior Planner** (Quillon), Denver, CO
2019 – 2022
- Planned roads
**Planner** (Vantrel), Denver, CO
2016 – 2019
- Planned bridges
""",
        ("Senior Planner", "Quillon", "2019", "2022", 1, False),
        ("Planner", "Vantrel", "2016", "2019", 1, False),
    ),
    Drawn(
        "a field in brackets",
        """
**Ivo Lanting**
**EXPERIENCE**
**Engineer (Electrical)** | Brandt Lines Ltd. | Denver, CO | 2019 – 2022
- Drew plans
**Counselor (Pre-doctoral Practicum)** | Elm Hospital | Denver, CO | 2016 – 2019
- Listened
""",
        ("Engineer (Electrical)", "Brandt Lines Ltd.", "2019", "2022", 1, False),
        ("Counselor (Pre-doctoral Practicum)", "Elm Hospital", "2016", "2019", 1, False),
    ),
    Drawn(
        "hung hyphens",
        """
**Ilse Brandner**
**BERUFSERFAHRUNG**
**Event- und Servicekraft** | Tischlein Catering | 03.2019 – heute
- Bedienung der Gäste
**Pflegehelferin** | Haus Linde, Alten- und Pflegeheim | 05.2016 – 02.2019
- Grundpflege
**Detailhandelsangestellte** | Kornblum | 01.2014 – 04.2016
- Kasse
""",
        ("Event- und Servicekraft", "Tischlein Catering", "2019-03", "present", 1, False),
        ("Pflegehelferin", "Haus Linde, Alten- und Pflegeheim", "2016-05", "2019-02", 1, False),
        ("Detailhandelsangestellte", "Kornblum", "2014-01", "2016-04", 1, False),
    ),
    Drawn(
        "a dash that belongs to the role",
        """
**Wren Tolliver**
**EXPERIENCE**
**Student Teacher - Third Grade**⇥Fall 2019
Barrow School, Denver, CO
- Taught reading
**Substitute Teacher**⇥2018 – 2019
Elm School, Denver, CO
- Taught everything
**Head Counselor**⇥2016 – 2018
Camp Pineway, Denver, CO
- Led a camp
""",
        ("Student Teacher - Third Grade", "Barrow School", "2019", "2019", 1, False),
        ("Substitute Teacher", "Elm School", "2018", "2019", 1, False),
        ("Head Counselor", "Camp Pineway", "2016", "2018", 1, False),
    ),
    Drawn(
        "a division behind a dash, a slash within a name",
        """
**Wren Tolliver**
**EXPERIENCE**
2019 – 2022 | Surveyor | Brandt & Sons Limited – Rail Division | Denver, CO
- Measured tracks
2016 – 2019 | Clerk | OP / Harrowgate, Inc. | Denver, CO
- Filed maps
""",
        ("Surveyor", "Brandt & Sons Limited – Rail Division", "2019", "2022", 1, False),
        ("Clerk", "OP / Harrowgate, Inc.", "2016", "2019", 1, False),
    ),
    Drawn(
        "sentences that tell of employments",
        """
**Priya Kottal**
**EMPLOYMENT HISTORY**
Worked as Youth Worker (Evenings) at Banner Hall, Summit, NJ from Apr-2018 to Sep-2020.
Prepared evenings for forty teenagers
Asked shops for gifts
Worked as Tutor at Elm Library, Zavolia from May-2016 to Mar-2018.
Helped with homework
""",
        ("Youth Worker (Evenings)", "Banner Hall", "2018-04", "2020-09", 2, False),
        ("Tutor", "Elm Library", "2016-05", "2018-03", 1, False),
    ),
    Drawn(
        "titles of letters with space between",
        """
**Priya Kottal**
**W O R K  E X P E R I E N C E**
**Clerk**, Harrow Bank | 2016 – 2019
- Counted coins
**C O R E  C O M P E T E N C I E S**
Counting, Sorting
**L I C E N S E S  A N D  C E R T I F I C A T I O N S**
Forklift Licence, Elm College, 2019
Certified Counter, Harrow Guild, March 2018
""",
        ("Clerk", "Harrow Bank", "2016", "2019", 1, False),
    ),
    Drawn(
        "labels in every employment",
        """
**Gwendal Prigent**
# Expériences professionnelles
de septembre 2023 à ce jour
**Oranel**
Assistante cheffe de projet (alternance)
**Missions :**
- Suivi du planning
de mai 2021 à août 2023
**Rivaude Réseau**
Chargée d'études
**Missions :**
- Tableaux de bord
de mars 2020 à avril 2021
**Cabinet Belin**
Stagiaire
**Missions :**
- Saisie
# Formation
**Lycée du Val**
Baccalauréat, 2019
""",
        (ANY, "Oranel", "2023-09", "present", 1, False),
        ("Chargée d'études", "Rivaude Réseau", "2021-05", "2023-08", 1, False),
        ("Stagiaire", "Cabinet Belin", "2020-03", "2021-04", 1, False),
    ),
    Drawn(
        "a page turns within a header",
        """
**Rosa Bermel**
**EXPERIENCE**
Harrow Guild
Denver, CO
Bookkeeper
May-2021 to Mar-2023
- Kept books
Elm LLP
Rosa Bermel  Page 2
Denver, CO
Tax Intern
Jan-2021 to Apr-2021
- Prepared returns
""",
        ("Bookkeeper", "Harrow Guild", "2021-05", "2023-03", 1, False),
        ("Tax Intern", "Elm LLP", "2021-01", "2021-04", 1, False),
    ),
    Drawn(
        "a label that keeps nothing but its dates",
        """
**Rosa Bermel**
**EXPERIENCE**
**Client #1**: Harrow Freight
**Role**: Analyst
**Period**: 2015 to 2018
- Drew reports
**Client #2**: Pellam
**Role**: Clerk
**Period**: 2013 to 2015
- Filed reports
""",
        ("Analyst", "Harrow Freight", "2015", "2018", 1, False),
        ("Clerk", "Pellam", "2013", "2015", 1, False),
    ),
    Drawn(
        "towns below the dates",
        """
**Camille Rouss**
**EXPÉRIENCE PROFESSIONNELLE**
| 09/2023 – aujourd'hui / Châtelmont | **Oranel** – Assistante de direction / - Suivi du planning
| 05/2021 – 08/2023 / Saint-Vrail | **Rivaude** – Chargée d'études / - Tableaux de bord
""",
        ("Assistante de direction", "Oranel", "2023-09", "present", 1, False),
        ("Chargée d'études", "Rivaude", "2021-05", "2023-08", 1, False),
    ),
    Drawn(
        "an army is no town",
        """
**Hollis Penn**
**EXPERIENCE**
**Platoon Leader**, United States Army, Iraq | 2011 – 2014
- Led forty soldiers
**Executive Officer**, United States Army, South Korea | 2008 – 2011
- Kept records
""",
        ("Platoon Leader", "United States Army", "2011", "2014", 1, False),
        ("Executive Officer", "United States Army", "2008", "2011", 1, False),
    ),
    Drawn(
        "an organization in capitals like a state's",
        """
**Hollis Penn**
**EXPERIENCE**
**Media Intern, Coyle PR**
2020 | Parsippany, NJ
- Wrote releases
**Account Assistant, Marrow Media**
2018 – 2019 | Parsippany, NJ
- Called papers
""",
        ("Media Intern", "Coyle PR", "2020", "2020", 1, False),
        ("Account Assistant", "Marrow Media", "2018", "2019", 1, False),
    ),
    Drawn(
        "names with several commas",
        """
**Corwin Dash**
**EXPERIENCE**
**Research Assistant, Market Center, Elm University** | Denver, CO | Jan 2020 – May 2020
- Asked people
**Staff Accountant, Tallow, Wick & Company** | Denver, CO | 2016 – 2019
- Read books
**RECORDER**, Search Department, Rakutel Group Inc | Denver, CO | 2014 – 2016
- Kept lists
""",
        ("Research Assistant", "Market Center, Elm University", "2020-01", "2020-05", 1, False),
        ("Staff Accountant", "Tallow, Wick & Company", "2016", "2019", 1, False),
        ("RECORDER", "Search Department, Rakutel Group Inc", "2014", "2016", 1, False),
    ),
    Drawn(
        "words that nobody knows go the way of the others",
        """
**Corwin Dash**
**EXPERIENCE**
2021 – 2023⇥Security Officer, Palisade Services, Denver, CO
- Watched gates
2019 – 2021⇥Security Officer, Allwatch Services, Denver, CO
- Watched doors
2018 – 2019⇥Spotter, Red Quince, Denver, CO
- Watched shelves
""",
        ("Security Officer", "Palisade Services", "2021", "2023", 1, False),
        ("Security Officer", "Allwatch Services", "2019", "2021", 1, False),
        ("Spotter", "Red Quince", "2018", "2019", 1, False),
    ),
    Drawn(
        "a role behind its place without a mark",
        """
**Keziah Umber**
**EXPERIENCE**
**Elm Hospital**, Evanston, IL _Registered Nurse_⇥2015 – 2019
- Gave medicine
**Harrow Media**, Evanston, IL _Nursing Extern_⇥2013 – 2015
- Carried trays
""",
        ("Registered Nurse", "Elm Hospital", "2015", "2019", 1, False),
        ("Nursing Extern", "Harrow Media", "2013", "2015", 1, False),
    ),
    Drawn(
        "an organization with its place in square brackets",
        """
**Keziah Umber**
**EXPERIENCE**
**Medical Technician** [Empire Ambulance, Paterson, NJ] [2016 – 2019]
- Drove at night
**Student Intern** [Bachar Clinic, Pomona, NJ] [2014 – 2016]
- Took pulses
""",
        ("Medical Technician", "Empire Ambulance", "2016", "2019", 1, False),
        ("Student Intern", "Bachar Clinic", "2014", "2016", 1, False),
    ),
    Drawn(
        "short sentences are no headers",
        """
**Jun Amagas**
**EXPERIENCE**
Staff Engineer, Harrow Labs, Denver, CO⇥2019 – 2022
Designed the core for many projects.
Lead a team in three towns.
Engineer, Elm Labs, Denver, CO⇥2016 – 2019
Built a system.
""",
        ("Staff Engineer", "Harrow Labs", "2019", "2022", 2, False),
        ("Engineer", "Elm Labs", "2016", "2019", 1, False),
    ),
    Drawn(
        "an employer with its town right below the tools",
        """
**Jun Amagas**
**EXPERIENCE**
_Harrow Search Inc, Tokyo, Japan_
Search Consultant⇥November 2020 – Present
- Tuned an index
**Tools:** Solr, Git, Python
_Rundel Co., Ltd, Tokyo, Japan_
Support Engineer⇥September 2018 – October 2020
- Answered mail
**Tools:** Java, Solr, Play
""",
        ("Search Consultant", "Harrow Search Inc", "2020-11", "present", 1, True),
        ("Support Engineer", "Rundel Co., Ltd", "2018-09", "2020-10", 1, True),
    ),
    Drawn(
        "names before and behind a colon",
        """
**Hollis Penn**
**EXPERIENCE**
Harrow Reserve Fourth Valley Training Camp: Planning Officer (2014 – 2017)
- Planned camps
Klinik St. Egon gGmbH: Gesundheits- und Krankenpflegerin (2011 – 2014)
- Cared for forty people
""",
        ("Planning Officer", "Harrow Reserve Fourth Valley Training Camp", "2014", "2017", 1, False),
        ("Gesundheits- und Krankenpflegerin", "Klinik St. Egon gGmbH", "2011", "2014", 1, False),
    ),
    Drawn(
        "degrees that look like titles",
        """
**Hollis Penn**
**Experience**
Clerk, Harrow Bank⇥2014 – 2017
- Counted coins
**Other Experience**
Teller, Elm Bank⇥2011 – 2014
- Counted notes
**Education**
Elm University⇥2005 – 2009
**Bachelor of Science in Baking**
Harrow School⇥2001 – 2005
**High School Diploma**
""",
        ("Clerk", "Harrow Bank", "2014", "2017", 1, False),
        ("Teller", "Elm Bank", "2011", "2014", 1, False),
    ),
    Drawn(
        "an employer below the dates, above a sentence about it",
        """
**Hollis Penn**
**EXPERIENCE**
| **Engineer (Night Shift)** | Nov 2016 – Sep 2018
| Harrow Financial, Denver, CO
Harrow Financial is building a bank.
- Led a team
| **Developer** | Mar 2014 – Oct 2016
| Elm Interactive, Denver, CO
- Built a site
""",
        ("Engineer (Night Shift)", "Harrow Financial", "2016-11", "2018-09", 1, False),
        ("Developer", "Elm Interactive", "2014-03", "2016-10", 1, False),
    ),
    Drawn(
        "a role that ends in a bracket at an employer",
        """
**Hollis Penn**
**EXPERIENCE**
**Registered Nurse (RN) at Bethel Care**⇥2016 – 2018
- Gave medicine
**Nurse at Elm Hospital**⇥2014 – 2016
- Gave care
""",
        ("Registered Nurse (RN)", "Bethel Care", "2016", "2018", 1, False),
        ("Nurse", "Elm Hospital", "2014", "2016", 1, False),
    ),
)
