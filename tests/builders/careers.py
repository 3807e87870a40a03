"""Invented people and their working lives: what the sample resumes say, before any layout.

Career (person, summary, skills, jobs, schools)  ->  shapes.*  ->  a DOCX in one of the shapes of real resumes
"""

from dataclasses import dataclass, replace
from typing import Literal

Kind = Literal["employment", "project", "volunteer"]


@dataclass(frozen=True, slots=True)
class Job:
    """One employment, project or engagement; dates are `YYYY-MM` or `present`."""

    role: str
    company: str
    location: str
    start: str
    end: str
    bullets: tuple[str, ...]
    environment: str = ""
    industry: str = ""
    about: str = ""
    """What the project or the company does, in a sentence or two."""
    kind: Kind = "employment"


@dataclass(frozen=True, slots=True)
class Career:
    """A person's resume in plain words."""

    name: str
    title: str
    city: str
    phone: str
    email: str
    summary: tuple[str, ...]
    skills: tuple[tuple[str, str], ...]
    jobs: tuple[Job, ...]
    education: tuple[str, ...]
    certifications: tuple[str, ...] = ()

    def with_jobs(self, *jobs: Job) -> "Career":
        """The same person with other jobs."""
        return replace(self, jobs=jobs)

    @property
    def web(self) -> str:
        """The person's page."""
        return "linkedin.example/in/" + self.name.lower().replace(" ", "-")


JAVA = Career(
    name="Arjun Velkar",
    title="Senior Java Full Stack Developer",
    city="Plano, TX",
    phone="(469) 555-0142",
    email="arjun.velkar@example.com",
    summary=(
        "Senior developer with 10+ years of experience in web and distributed applications for insurance and banking.",
        "Strong in Core Java, Spring Boot and REST, with three years of event-driven work on Kafka.",
        "Led teams of 3 to 6 developers through migration from monoliths to services on AWS.",
        "Used to Agile teams, code reviews and test-driven development; 5+ years of on-call support.",
    ),
    skills=(
        ("Languages", "Java 8/11/17, JavaScript, TypeScript, SQL, PL/SQL, Shell"),
        ("Frameworks", "Spring Boot, Spring Security, Hibernate, Angular 14, React"),
        ("Cloud and DevOps", "AWS (EC2, S3, Lambda, SQS), Docker, Kubernetes, Jenkins, Terraform"),
        ("Databases", "Oracle 19c, PostgreSQL, MongoDB, Redis"),
        ("Tools", "Git, Maven, Gradle, Splunk, Jira, SonarQube"),
    ),
    jobs=(
        Job(
            "Senior Java Developer",
            "Harrow & Finch Insurance",
            "Dallas, TX",
            "2023-08",
            "present",
            (
                "Designed and built claim intake services in Java 17 and Spring Boot that take 40,000 claims a day.",
                "Split the policy monolith into 14 services, with Kafka topics in place of nightly batch files.",
                "Wrote Angular 14 screens for adjusters and cut the time to open a claim from 9 minutes to 4.",
                "Secured all endpoints with OAuth 2.0 and Spring Security and passed two audits without findings.",
                "Deployed services to Amazon EKS through Jenkins pipelines and Helm charts.",
                "Tuned Oracle queries and indexes, so that the month-end report runs in 12 minutes instead of 95.",
                "Mentored three junior developers and reviewed their pull requests every day.",
            ),
            "Java 17, Spring Boot, Kafka, Angular 14, Oracle 19c, Amazon EKS, Jenkins, Helm, Splunk",
            industry="Insurance",
            about="Claims platform of a property insurer with policies in eleven states. The project replaces "
            "a mainframe system by services that adjusters, agents and customers share.",
        ),
        Job(
            "Java Full Stack Developer",
            "Tessaly Bank",
            "Charlotte, NC",
            "2021-02",
            "2023-07",
            (
                "Developed REST services for card disputes with Spring Boot, Hibernate and PostgreSQL.",
                "Built React components for the dispute desk and covered them with Jest tests.",
                "Replaced polling between six systems with Amazon SQS queues, which removed 2 million calls a day.",
                "Automated regression tests with Cucumber and RestAssured in the Jenkins pipeline.",
                "Moved 30 batch jobs from Control-M scripts to Spring Batch with restart and audit tables.",
                "Worked with the fraud team on rules that caught 18% more doubtful disputes in the first quarter.",
            ),
            "Java 11, Spring Boot, Spring Batch, React, PostgreSQL, Amazon SQS, Cucumber, Jenkins",
            "Banking",
            "Dispute and chargeback platform for 6 million card holders.",
        ),
        Job(
            "Java Developer",
            "Lumen Ridge Health",
            "Columbus, OH",
            "2018-05",
            "2021-01",
            (
                "Implemented HL7 and FHIR interfaces between hospital systems and the patient portal.",
                "Created SOAP and REST services with Apache CXF and Spring MVC.",
                "Wrote stored procedures and triggers in PL/SQL for eligibility checks.",
                "Introduced SonarQube gates; coverage of new code rose from 35% to 82% in a year.",
                "Took part in a 24x7 support rota and wrote the runbooks that halved the time to recover.",
            ),
            "Java 8, Spring MVC, Apache CXF, PL/SQL, Oracle 12c, WebLogic, Maven, SonarQube",
            "Health care",
            "Patient portal and eligibility services of a group of nine hospitals.",
        ),
        Job(
            "Software Engineer",
            "Quillmark Software",
            "Pune, India",
            "2014-06",
            "2018-04",
            (
                "Developed order management modules in Java, Struts and JSP for retail customers.",
                "Designed MySQL schemas and wrote JDBC data access with connection pools.",
                "Fixed 200+ production defects and kept the defect backlog under ten.",
                "Prepared design documents and unit tests with JUnit for each release.",
            ),
            "Java 6/7, Struts 2, JSP, MySQL, Tomcat, SVN, Ant, JUnit",
            "Software",
            "Order management product for mid-size retailers.",
        ),
    ),
    education=(
        "Master of Science in Computer Science, Westmere State University, TX\t2012 – 2014",
        "Bachelor of Engineering in Information Technology, Kestrel Institute, Pune\t2008 – 2012",
    ),
    certifications=(
        "Oracle Certified Professional, Java SE 11 Developer, 2021",
        "AWS Certified Developer – Associate, 2022",
    ),
)

DATA = Career(
    name="Marisol Quintanar",
    title="Data Engineer",
    city="Denver, CO",
    phone="(303) 555-0177",
    email="marisol.quintanar@example.com",
    summary=(
        "Data engineer with 8 years of experience in building batch and streaming pipelines on AWS and Azure.",
        "Strong in Python, Spark and SQL; cares about tests, lineage and the monthly cloud bill.",
    ),
    skills=(
        ("Languages", "Python, SQL, Scala, Bash"),
        ("Data", "Apache Spark, Airflow, dbt, Kafka, Snowflake, Delta Lake, Hive"),
        ("Cloud", "AWS (Glue, EMR, S3, Redshift), Azure Data Factory, Databricks"),
        ("Reporting", "Power BI, Tableau, Looker"),
    ),
    jobs=(
        Job(
            "Senior Data Engineer",
            "Calder Freight Systems",
            "Denver, CO",
            "2022-03",
            "present",
            (
                "Built a Delta Lake on Databricks that holds 14 TB of shipment events from 300 depots.",
                "Developed streaming jobs in PySpark and Kafka with a delay under 20 seconds from truck to dashboard.",
                "Modelled 60 dbt tables for billing and service level reports, each with tests and an owner.",
                "Reduced the Snowflake bill by 38% through clustering, smaller warehouses and result reuse.",
                "Set up Great Expectations checks that stop a load before wrong numbers reach finance.",
            ),
            "Python, PySpark, Kafka, Databricks, Delta Lake, dbt, Snowflake, Airflow, Terraform",
            "Logistics",
            "Tracking and billing platform for road freight in North America.",
        ),
        Job(
            "Data Engineer",
            "Ostermoor Retail Group",
            "Boulder, CO",
            "2019-07",
            "2022-02",
            (
                "Migrated 120 SSIS packages to Azure Data Factory and Synapse without a missed daily load.",
                "Wrote Airflow DAGs that load point-of-sale data of 450 stores every hour.",
                "Created a customer 360 model in Snowflake that marketing uses for all campaigns.",
                "Trained 25 analysts in SQL and Power BI.",
            ),
            "Azure Data Factory, Synapse, SQL Server, Airflow, Snowflake, Power BI",
            "Retail",
            "Central data platform of a chain of 450 home improvement stores.",
        ),
        Job(
            "ETL Developer",
            "Pinecrest Analytics",
            "Albuquerque, NM",
            "2016-01",
            "2019-06",
            (
                "Designed Informatica mappings for a warehouse of 9 source systems.",
                "Optimized Teradata loads with FastLoad and MultiLoad scripts.",
                "Automated file checks with Unix shell scripts and cron.",
                "Documented data lineage for the yearly audit.",
            ),
            "Informatica PowerCenter, Teradata, Oracle, Unix, Autosys",
            "Consulting",
            "Reporting warehouse for a state health agency.",
        ),
    ),
    education=("B.S. in Statistics, Alder Valley University, NM\t2015",),
    certifications=("Databricks Certified Data Engineer Professional (2023)", "SnowPro Core Certification (2021)"),
)

DEVOPS = Career(
    name="Tobias Lindqvist",
    title="DevOps Engineer",
    city="Seattle, WA",
    phone="+1 206 555 0119",
    email="tobias.lindqvist@example.com",
    summary=(
        "DevOps engineer with over 9 years in build, release and cloud operations for regulated companies.",
        "Runs Kubernetes at scale, writes infrastructure as code, and prefers boring deployments.",
    ),
    skills=(
        ("Cloud", "AWS, Azure, Google Cloud"),
        ("Containers", "Docker, Kubernetes, Helm, Istio"),
        ("Infrastructure as code", "Terraform, Ansible, CloudFormation, Packer"),
        ("CI/CD", "Jenkins, GitLab CI, GitHub Actions, Argo CD"),
        ("Monitoring", "Prometheus, Grafana, ELK, Datadog"),
    ),
    jobs=(
        Job(
            "Lead DevOps Engineer",
            "Skylark Payments",
            "Seattle, WA",
            "2022-01",
            "present",
            (
                "Lead a team of five that runs 22 Kubernetes clusters in three AWS regions.",
                "Moved 140 services from Jenkins to GitLab CI and Argo CD; releases went from weekly to 30 a day.",
                "Wrote Terraform modules for networks, EKS and RDS that eight teams use.",
                "Cut the AWS bill by $1.2 million a year with Spot nodes, Karpenter and right-sizing.",
                "Brought in SLOs and error budgets with Prometheus and Grafana.",
                "Passed PCI DSS audits for three years in a row with evidence gathered by scripts.",
            ),
            "AWS, EKS, Terraform, GitLab CI, Argo CD, Helm, Prometheus, Grafana, Vault, Python",
            "Payments",
            "Card processing platform with 900 million transactions a year.",
        ),
        Job(
            "DevOps Engineer",
            "Meridian Grove Health",
            "Portland, OR",
            "2019-03",
            "2021-12",
            (
                "Automated server builds with Packer and Ansible for 600 virtual machines.",
                "Set up Azure DevOps pipelines for .NET and Java teams.",
                "Introduced HashiCorp Vault and removed passwords from 70 repositories.",
                "Built ELK dashboards that the help desk uses to find failing interfaces.",
            ),
            "Azure, Ansible, Packer, Azure DevOps, ELK, Vault, PowerShell",
            "Health care",
            "Hosting of clinical applications for 14 clinics.",
        ),
        Job(
            "Build and Release Engineer",
            "Fenwick Telecom",
            "Boise, ID",
            "2016-08",
            "2019-02",
            (
                "Maintained Jenkins masters and 80 build agents on Linux and Windows.",
                "Converted Ant builds to Maven and Nexus, which cut build times by half.",
                "Wrote Chef cookbooks for middleware on 200 servers.",
            ),
            "Jenkins, Maven, Nexus, Chef, SVN, Git, RHEL",
            "Telecom",
            "Billing and provisioning systems.",
        ),
        Job(
            "Systems Administrator",
            "Bayleaf Hosting",
            "Spokane, WA",
            "2014-05",
            "2016-07",
            (
                "Administered 150 Linux servers, DNS, mail and backup.",
                "Scripted user and quota management in Bash and Perl.",
                "Answered level 2 tickets within agreed times for 97% of cases.",
            ),
            "CentOS, Apache, MySQL, Nagios, Bash, Perl",
            "Hosting",
            "Web hosting for small companies.",
        ),
    ),
    education=("B.Sc. Computer Engineering, Norrvik University, Sweden\t2010 – 2014",),
    certifications=("Certified Kubernetes Administrator, 2020", "HashiCorp Certified: Terraform Associate, 2021"),
)

FRONTEND = Career(
    name="Leonie Achterberg",
    title="Front-End Engineer",
    city="Rotterdam, NL",
    phone="+31 10 555 0173",
    email="leonie.achterberg@example.com",
    summary=(
        "Front-end engineer who builds accessible interfaces with React and TypeScript, 7 years in product teams.",
    ),
    skills=(
        ("Languages", "TypeScript, JavaScript, HTML5, CSS3, Sass"),
        ("Libraries", "React, Next.js, Vue.js, Redux, D3"),
        ("Testing", "Cypress, Playwright, Jest, Storybook"),
    ),
    jobs=(
        Job(
            "Senior Front-End Engineer",
            "Driftwood Mobility",
            "Rotterdam",
            "2021-09",
            "present",
            (
                "Rebuilt the booking flow in Next.js; the largest paint on phones fell from 4.1 s to 1.6 s.",
                "Created a design system of 48 React components with Storybook and visual tests.",
                "Raised the share of screens that meet WCAG 2.1 AA from 40% to 96%.",
                "Introduced Playwright tests for the twelve journeys that earn money.",
            ),
            "TypeScript, React, Next.js, Playwright, Storybook, GraphQL",
            "Mobility",
            "Shared bicycles and cars in 30 cities.",
        ),
        Job(
            "Front-End Developer",
            "Papierhaus Media",
            "Utrecht",
            "2019-01",
            "2021-08",
            (
                "Developed a paywall and subscription pages in Vue.js for nine newspapers.",
                "Set up A/B tests that lifted conversion by 11%.",
                "Reduced the bundle by 55% with code splitting.",
            ),
            "Vue.js, Nuxt, Sass, Webpack, Jest",
            "Media",
            "Subscriptions of regional newspapers.",
        ),
        Job(
            "Web Developer",
            "Studio Kleinbeer",
            "Delft",
            "2017-04",
            "2018-12",
            (
                "Built 25 sites for small firms with WordPress and plain JavaScript.",
                "Moved hosting to Docker and wrote deployment scripts.",
            ),
            "JavaScript, PHP, WordPress, Docker",
            "Agency",
            "Web agency of eight people.",
        ),
    ),
    education=("BSc Media Technology, Hogeschool Waterland\t2013 – 2017",),
)

TESTER = Career(
    name="Dmitri Halloran",
    title="QA Automation Engineer",
    city="Jersey City, NJ",
    phone="201-555-0188",
    email="dmitri.halloran@example.com",
    summary=(
        "Around 8 years of experience in manual and automated testing of web, mobile and API applications.",
        "Built frameworks with Selenium WebDriver, TestNG, Cucumber and Playwright from the ground up.",
        "ISTQB certified; experience with Agile, Waterfall and SAFe.",
    ),
    skills=(
        ("Automation", "Selenium, Playwright, Appium, RestAssured, Postman"),
        ("Languages", "Java, Python, JavaScript, SQL"),
        ("Management", "Jira, Zephyr, ALM, TestRail"),
    ),
    jobs=(
        Job(
            "Senior QA Automation Engineer",
            "Brightwater Mutual",
            "Jersey City, NJ",
            "2022-06",
            "present",
            (
                "Developed a hybrid framework with Selenium, TestNG and Page Objects for 1,800 test cases.",
                "Tested REST services with RestAssured and contract tests with Pact.",
                "Ran the regression suite on Selenium Grid in Docker; it takes 40 minutes instead of 7 hours.",
                "Wrote SQL queries to check data between Guidewire and the warehouse.",
                "Reported status to product owners and triaged defects every day.",
            ),
            "Java, Selenium, TestNG, RestAssured, Docker, Jenkins, Guidewire, Oracle",
            "Insurance",
            "Billing and policy administration.",
        ),
        Job(
            "QA Engineer",
            "Tessaly Bank",
            "New York, NY",
            "2019-10",
            "2022-05",
            (
                "Automated mobile banking tests with Appium on iOS and Android.",
                "Prepared test plans, traceability matrices and test data.",
                "Found and followed 600+ defects, 90 of them before the code was merged.",
            ),
            "Appium, Java, Cucumber, Jira, Zephyr",
            "Banking",
            "Mobile banking application.",
        ),
        Job(
            "Test Analyst",
            "Orchard Lane Travel",
            "Newark, NJ",
            "2016-09",
            "2019-09",
            (
                "Executed functional, regression and user acceptance tests for booking engines.",
                "Verified fares in the database with SQL.",
                "Started the first automated smoke tests with Selenium IDE.",
            ),
            "Selenium IDE, HP ALM, SQL Server",
            "Travel",
            "Booking engine for package holidays.",
        ),
    ),
    education=("Bachelor of Science in Mathematics, Hudson Quay College, 2016",),
    certifications=("ISTQB Certified Tester Foundation Level, 2018",),
)

DOTNET = Career(
    name="Grace Tumelo",
    title=".NET Developer",
    city="Atlanta, GA",
    phone="404.555.0131",
    email="grace.tumelo@example.com",
    summary=("Senior .NET developer, 12+ years, from Web Forms to .NET 8 on Azure.",),
    skills=(
        ("Languages", "C#, VB.NET, T-SQL, JavaScript"),
        ("Frameworks", ".NET 8, ASP.NET Core, Entity Framework, Blazor, WCF"),
        ("Cloud", "Azure (App Service, Functions, Service Bus, Key Vault)"),
    ),
    jobs=(
        Job(
            "Senior .NET Developer",
            "Peachtree Logistics",
            "Atlanta, GA",
            "2022-11",
            "present",
            (
                "Developed ASP.NET Core services on .NET 8 for dock scheduling at 60 warehouses.",
                "Moved WCF services to gRPC and Azure Service Bus.",
                "Built Blazor screens that dock clerks use on tablets.",
                "Set up Azure DevOps pipelines with Bicep.",
            ),
            ".NET 8, ASP.NET Core, Blazor, Azure, Bicep, SQL Server 2022",
        ),
        Job(
            "Senior .NET Developer",
            "Goldfinch Energy",
            "Houston, TX",
            "2020-04",
            "2022-10",
            (
                "Created meter data services in C# that read 3 million values an hour.",
                "Wrote Entity Framework Core models and tuned slow queries.",
                "Led the upgrade of 40 projects from .NET Framework 4.8 to .NET 6.",
            ),
            ".NET 6, Entity Framework Core, Azure Functions, SQL Server",
        ),
        Job(
            ".NET Developer",
            "Goldfinch Energy",
            "Houston, TX",
            "2018-02",
            "2020-03",
            (
                "Maintained the trading desk application in WPF and C#.",
                "Automated settlement reports with SSRS.",
            ),
            "C#, WPF, SSRS, SQL Server 2016",
        ),
        Job(
            ".NET Developer",
            "Sable Court Systems",
            "Birmingham, AL",
            "2015-09",
            "2018-01",
            (
                "Developed MVC applications for county courts.",
                "Integrated scanning hardware through COM components.",
                "Wrote NUnit tests and deployment scripts.",
            ),
            "ASP.NET MVC 5, C#, jQuery, SQL Server 2012",
        ),
        Job(
            "Software Developer",
            "Larkspur Schools Software",
            "Montgomery, AL",
            "2013-06",
            "2015-08",
            (
                "Built Web Forms pages for student records.",
                "Supported 120 schools by phone and mail.",
            ),
            "ASP.NET Web Forms, VB.NET, SQL Server 2008",
        ),
        Job(
            "Junior Developer",
            "Cotton Row Media",
            "Mobile, AL",
            "2012-01",
            "2013-05",
            (
                "Maintained classic ASP sites.",
                "Converted Access databases to SQL Server.",
            ),
            "Classic ASP, VBScript, Access",
        ),
    ),
    education=("B.S. Computer Information Systems, Talladega Hills University, 2011",),
    certifications=("Microsoft Certified: Azure Developer Associate, 2023",),
)

GRADUATE = Career(
    name="Noah Farrant",
    title="Computer Science Graduate",
    city="Madison, WI",
    phone="608-555-0164",
    email="noah.farrant@example.com",
    summary=(
        "Computer science graduate who likes compilers and data; looking for a first job in back-end development.",
    ),
    skills=(
        ("Languages", "Python, C++, Java, SQL"),
        ("Tools", "Git, Linux, Docker, Flask, PostgreSQL"),
    ),
    jobs=(),
    education=(
        "B.S. in Computer Science, Lakeshore Plains University\tAug 2020 – May 2024",
        "Advanced Placement Diploma, Badger Prairie High School\t2016 – 2020",
    ),
    certifications=("Google Data Analytics Certificate, 2023",),
)

PROJECTS = (
    Job(
        "Campus Bus Tracker",
        "",
        "",
        "2023-09",
        "2023-12",
        (
            "Wrote a Flask service that reads GPS positions of 20 buses and shows them on a map.",
            "Stored positions in PostgreSQL and predicted arrival times with a simple regression.",
        ),
        "Python, Flask, PostgreSQL, Leaflet",
        kind="project",
    ),
    Job(
        "Toy Compiler",
        "",
        "",
        "2023-01",
        "2023-05",
        (
            "Built a compiler in C++ for a small language, with register allocation by graph colouring.",
            "Tested it against 400 programs in continuous integration.",
        ),
        "C++, LLVM, CMake",
        kind="project",
    ),
)

INTERNSHIPS = (
    Job(
        "Software Engineering Intern",
        "Fenwick Telecom",
        "Boise, ID",
        "2023-06",
        "2023-08",
        (
            "Wrote a Python tool that compares 3,000 router configurations every night.",
            "Added unit tests to a provisioning service; coverage rose from 51% to 78%.",
        ),
    ),
    Job(
        "IT Support Intern",
        "Lakeshore Plains University",
        "Madison, WI",
        "2022-06",
        "2022-08",
        (
            "Set up 90 laptops and answered 20 tickets a week.",
            "Wrote a guide for new staff that the help desk still hands out.",
        ),
    ),
)
