"""Resumes in tables and text boxes, with column heads, dates over two lines, and other things that happen.

Each picture is read by `drawn.drawing.draw`; behind it stand the experiences that a person finds in it: role, company,
start, end, number of bullets, and whether it has an environment line. ANY stands for what nobody asks.
"""

from drawn.drawing import ANY, Drawn

DRAWN: tuple[Drawn, ...] = (
    Drawn(
        "boxes-each",
        """
[[
**JANE ROE**
]]
[[
**PROFILE**
]]
[[
Designer with ten years of work in print and web.
]]
[[
**WORK EXPERIENCE**
]]
[[
**SENIOR DESIGNER**
Globex Studio / 2017 - Present
]]
[[
Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.
]]
[[
**JUNIOR DESIGNER**
Initech Agency / 2014 - 2017
]]
[[
Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.
]]
[[
**EDUCATION**
]]
[[
Art College / 2010 - 2014
]]
""",
        ("SENIOR DESIGNER", "Globex Studio", "2017", "present", 1, False),
        ("JUNIOR DESIGNER", "Initech Agency", "2014", "2017", 1, False),
    ),
    Drawn(
        "left-date-company",
        """
# WORK EXPERIENCE
| 2019 – Present / Globex, Boston | **Engineer** / - Built services / - Led team
| 2015 – 2019 / Initech, Austin | **Tester** / - Wrote tests
# EDUCATION
| 2011 – 2015 / State College | **BS Physics**
""",
        ("Engineer", "Globex", "2019", "present", 2, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "timeline3",
        """
# Experience
| 2019 - Now | | **Engineer** / Globex / Built services for the billing team of the company.
| 2015 - 2019 | | **Tester** / Initech / Wrote tests for the reporting tools of the bank.
# Education
| 2011 - 2015 | | **BS Physics** / State College
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "stacked-dates",
        """
# Experience
| Jan 2019 - / Present | **Engineer**, Globex / - Built services
| Mar 2015 - / Dec 2018 | **Tester**, Initech / - Wrote tests
# Education
""",
        ("Engineer", "Globex", "2019-01", "present", 1, False),
        ("Tester", "Initech", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "creative-ph",
        """
**WORK EXPERIENCE**
**Job Position Here**
Company Name / 2015 - 2020
Lorem ipsum dolor sit amet, consectetur adipiscing elit. Nulla quis lorem ut libero malesuada feugiat.
**Job Position Here**
Company Name / 2012 - 2015
Lorem ipsum dolor sit amet, consectetur adipiscing elit. Nulla quis lorem ut libero malesuada feugiat.
**EDUCATION**
**Degree Title Here**
University Name / 2008 - 2012
""",
        ("Job Position Here", "Company Name", "2015", "2020", 1, False),
        ("Job Position Here", "Company Name", "2012", "2015", 1, False),
    ),
    Drawn(
        "table-heads",
        """
**Work Experience**
| **Organization** | **Designation** | **Duration**
| Globex Ltd | Senior Engineer | Jan 2019 – Present
| Initech Ltd | Engineer | Mar 2015 – Dec 2018
**Education**
| **Degree** | **Institute** | **Year**
| B.Tech | State College | 2014
""",
        ("Senior Engineer", "Globex Ltd", "2019-01", "present", 0, False),
        ("Engineer", "Initech Ltd", "2015-03", "2018-12", 0, False),
    ),
    Drawn(
        "table-from-to",
        """
**EMPLOYMENT HISTORY**
| Company | Position | From | To
| Globex | Accountant | 2018 | Present
| Initech | Clerk | 2014 | 2018
**EDUCATION**
""",
        ("Accountant", "Globex", "2018", "present", 0, False),
        ("Clerk", "Initech", "2014", "2018", 0, False),
    ),
    Drawn(
        "dates-odd",
        """
# Experience
Engineer, Globex⇥Sep16 – Pres.
- Built
Tester, Initech⇥06-2014 to 07-2016
- Tested
Clerk, Umbrella⇥10/12 - 05/14
- Filed
# Education
""",
        ("Engineer", "Globex", "2016-09", "present", 1, False),
        ("Tester", "Initech", "2014-06", "2016-07", 1, False),
        ("Clerk", "Umbrella", "2012-10", "2014-05", 1, False),
    ),
    Drawn(
        "tabcols",
        """
WORK HISTORY
Globex⇥Engineer⇥2019–Present
- Built services
Initech⇥Tester⇥2015–2019
- Wrote tests
EDUCATION
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "dash-nospace",
        """
EXPERIENCE
Engineer - Globex (2019-2021)
-Built services for billing
-Led the team of ten
Tester - Initech (2015-2019)
-Wrote tests
EDUCATION
""",
        ("Engineer", "Globex", "2019", "2021", 2, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "two-dates-lines",
        """
## Experience
**Globex**
Engineer
From: Jan 2019
To: Present
- Built services
**Initech**
Tester
From: Mar 2015
To: Dec 2018
- Wrote tests
## Education
""",
        ("Engineer", "Globex", "2019-01", "present", 1, False),
        ("Tester", "Initech", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "exp-years-title",
        """
**WORK EXPERIENCE (7+ YEARS)**
**Engineer, Globex** 2019 – Present
- Built services
**EDUCATION**
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
    ),
    Drawn(
        "icons",
        """
**Experience**
**Engineer**
🏢 Globex 📍 Boston 📅 2019 – Present
- Built services
**Tester**
🏢 Initech 📍 Austin 📅 2015 – 2019
- Wrote tests
**Education**
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "sidebar-first-titles",
        """
| **CONTACT** / jane@x.example / **SKILLS** / Java / SQL / **LANGUAGES** / English | **JANE ROE** / Engineer
| | **EXPERIENCE** / **Engineer – Globex** / 2019 – Present / - Built services
| | **Tester – Initech** / 2015 – 2019 / - Wrote tests
| | **EDUCATION** / BS, State College
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "nobold-table",
        """
Work experience
| Jan 2019 – Present | Globex Inc, Boston
| | Engineer
| | Built services for the billing team and moved them to the cloud.
| Mar 2015 – Dec 2018 | Initech LLC, Austin
| | Tester
| | Wrote tests for the reporting tools of the bank in the south.
Education
| 2014 | State College
""",
        ("Engineer", "Globex Inc", "2019-01", "present", 1, False),
        ("Tester", "Initech LLC", "2015-03", "2018-12", 1, False),
    ),
    Drawn(
        "skills-used",
        """
# Experience
**Engineer** | **Globex**⇥2019 – Present
- Built services
_Skills used: Java, Spring, SQL_
**Tester** | **Initech**⇥2015 – 2019
- Wrote tests
_Tools used: Selenium, Jenkins_
# Education
""",
        ("Engineer", "Globex", "2019", "present", 1, True),
        ("Tester", "Initech", "2015", "2019", 1, True),
    ),
    Drawn(
        "gap-in-list",
        """
# Experience
**Engineer, Globex**⇥2019 – Present

- Built services

- Led team


**Tester, Initech**⇥2015 – 2019

- Wrote tests

# Education
""",
        ("Engineer", "Globex", "2019", "present", 2, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "long-bold-bullets",
        """
# Experience
**Engineer, Globex**⇥2019 – Present
- **Billing:** Built services for billing in 2020
- **Search:** Tuned the search of the shop in 2021
**Tester, Initech**⇥2015 – 2019
- **Tests:** Wrote tests
# Education
""",
        ("Engineer", "Globex", "2019", "present", 2, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "plain-desc-no-bullets-no-gap",
        """
Employment
Engineer, Globex, 2019 – Present
Responsible for services of the billing team.
Tester, Initech, 2015 – 2019
Responsible for tests of the reporting tools.
Education
BS, State College, 2015
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
    Drawn(
        "cn-simple",
        """
**工作经验**
**环球公司  2019.03-至今**
职位：产品经理
工作职责：
1、负责产品规划
2、组织评审
**东方公司  2016.05-2019.02**
职位：产品助理
工作职责：
1、撰写文档
**教育经历**
北京大学 2012.09-2016.06
""",
        ("产品经理", "环球公司", "2019-03", "present", 2, False),
        ("产品助理", "东方公司", "2016-05", "2019-02", 1, False),
    ),
    Drawn(
        "arabic-heads",
        """
**الخبرات**
**مهندس - شركة جلوبكس** 2019 – 2021
- بناء الخدمات
**التعليم**
جامعة
""",
        (ANY, ANY, "2019", "2021", 1, False),
    ),
    Drawn(
        "resp-inline",
        """
# Experience
**Engineer, Globex (2019 – Present)**
Responsibilities: Built services, led the team, and cut costs by a third over two years.
**Tester, Initech (2015 – 2019)**
Responsibilities: Wrote tests for the reporting tools of the bank and kept the lab.
# Education
""",
        ("Engineer", "Globex", "2019", "present", 1, False),
        ("Tester", "Initech", "2015", "2019", 1, False),
    ),
)
