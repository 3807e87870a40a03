"""Postings and pieces of them with what a person says they ask for. Companies and people are invented.

Each case names only what it is about: fields that it leaves out are not compared; `must`, `nice`, `mentioned`,
`either` and `refused` are compared as soon as one of them is given.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class PostingCase:
    """A text and what it asks for."""

    name: str
    text: str
    must: str = ""
    """Names with commas between them, canonical; not those that are alternatives."""
    nice: str = ""
    mentioned: str = ""
    either: str = ""
    """Alternatives of must-haves: `AWS|Azure; Java|Kotlin`."""
    either_nice: str = ""
    refused: str = ""
    years: dict[str, float] = field(default_factory=dict)
    facts: dict[str, str | None] = field(default_factory=dict)
    """`title`, `seniority`, `years`, `location`, `remote`, `rate`, `duration`; None for "says nothing"."""
    tax_terms: str | None = None

    @property
    def says_technologies(self) -> bool:
        """Whether technologies are compared."""
        return bool(self.must or self.nice or self.mentioned or self.either or self.either_nice or self.refused)


_HEADED = """Senior Backend Engineer
Larkmoor Freight, Leeds

About us
Larkmoor moves parcels with drones and a lot of COBOL.

What you'll do
- Build services and talk to customers
- Keep our Jenkins happy

Requirements
- 5+ years of experience with Java
- Spring Boot and PostgreSQL
- AWS or Azure
- English

Nice to have
- Kafka
- Some Kubernetes

Benefits
- A laptop with Linux or macOS
- 401(k)
"""

_MAIL = """From: Petra Vandersloot <petra@tidewater-staffing.example>
Sent: Monday, March 2, 2026 9:14 AM
To: bench@larkmoor.example
Subject: C2C requirement: Snowflake Data Engineer, Austin, TX (Remote)

Hello,

Hope you are doing well. Please share resumes for the role below.

Role: Snowflake Data Engineer
Location: Austin, TX (Remote)
Duration: 6 months+
Rate: $65/hr on C2C

Mandatory skills:
1. Snowflake - 4 years
2. Python and SQL
3. dbt

Good to have: Airflow, Terraform

Regards,
Petra Vandersloot
Tidewater Staffing | Salesforce Consulting Partner
+1 (555) 010-0199

> We look for COBOL people as well.
"""

CASES = (
    PostingCase(
        "headings decide",
        _HEADED,
        must="Java, Spring Boot, PostgreSQL",
        either="AWS|Azure",
        nice="Apache Kafka, Kubernetes",
        mentioned="COBOL, Jenkins, Linux, macOS",
        years={"Java": 5},
        facts={"title": "Senior Backend Engineer", "seniority": "senior", "rate": None, "duration": None},
    ),
    PostingCase(
        "a requirement by mail",
        _MAIL,
        must="Snowflake, Python, SQL, dbt",
        nice="Apache Airflow, Terraform",
        years={"Snowflake": 4},
        facts={
            "title": "Snowflake Data Engineer",
            "location": "Austin, TX",
            "remote": "remote",
            "duration": "6 months+",
            "rate": "$65/hr on C2C",
        },
        tax_terms="C2C",
    ),
    PostingCase("must have in a sentence", "You must have Java and Spring Boot.", must="Java, Spring Boot"),
    PostingCase("a plus in a sentence", "Knowledge of Kafka is a plus.", nice="Apache Kafka"),
    PostingCase("a plus for all of a list", "Docker, Kubernetes and Helm are a plus.", nice="Docker, Kubernetes, Helm"),
    PostingCase("both in one sentence", "Java is required, Kafka is a plus.", must="Java", nice="Apache Kafka"),
    PostingCase("both with a semicolon", "Must know Python; Terraform preferred.", must="Python", nice="Terraform"),
    PostingCase(
        "both with but", "Experience with React required but Vue is nice to have.", must="React", nice="Vue.js"
    ),
    PostingCase(
        "need in brackets",
        "Skills: Java (required), Kotlin (preferred), Docker (nice to have)",
        must="Java",
        nice="Kotlin, Docker",
    ),
    PostingCase("a strong one and a plus", "Strong Java skills, Kafka a plus.", must="Java", nice="Apache Kafka"),
    PostingCase(
        "preferably", "5 years of Python, preferably with Django.", must="Python", nice="Django", years={"Python": 5}
    ),
    PostingCase("ideally", "You have worked with AWS. Ideally you know Terraform.", must="AWS", nice="Terraform"),
    PostingCase("bonus points", "Requirements:\n- Erlang\n- Bonus points for Rust", must="Erlang", nice="Rust"),
    PostingCase(
        "familiarity under no heading",
        "Strong experience in C#.\nFamiliarity with Azure DevOps.",
        must="C#",
        nice="Azure DevOps",
    ),
    PostingCase("familiarity under requirements", "Requirements\n- C#\n- Familiarity with Docker", must="C#, Docker"),
    PostingCase("refused", "Python only. No Java please.", must="Python", refused="Java"),
    PostingCase("not required", "Java is not required. Experience with Kotlin is.", must="Kotlin", refused="Java"),
    PostingCase("no need of", "We need Rust; there is no need of C++.", must="Rust", refused="C++"),
    PostingCase(
        "not looking for", "We are not looking for PHP developers. You know Python.", must="Python", refused="PHP"
    ),
    PostingCase("refuses two", "Requirements: React. No Angular or Vue.", must="React", refused="Angular, Vue.js"),
    PostingCase("no less is no refusal", "No less than 5 years of Java required.", must="Java", years={"Java": 5}),
    PostingCase("not only is no refusal", "You know not only Java but also Scala.", must="Java, Scala"),
    PostingCase(
        "not limited to",
        "Experience with databases, including but not limited to Oracle Database.",
        must="Oracle Database",
    ),
    PostingCase(
        "not required but welcome", "Experience with Ansible is not required but would be a plus.", nice="Ansible"
    ),
    PostingCase("either or", "Requirements:\n- Java or Kotlin", either="Java|Kotlin"),
    PostingCase("one of", "Requirements:\n- One of: AWS, Azure, GCP", either="AWS|Azure|Google Cloud"),
    PostingCase("slashes", "Requirements:\n- React/Angular/Vue", either="React|Angular|Vue.js"),
    PostingCase(
        "a list with or", "You need MySQL, PostgreSQL, or Oracle Database.", either="MySQL|PostgreSQL|Oracle Database"
    ),
    PostingCase("and before or", "Must have Java and either AWS or Azure.", must="Java", either="AWS|Azure"),
    PostingCase("and is no choice", "Must have Java and Kotlin.", must="Java, Kotlin"),
    PostingCase("HTML/CSS is no choice", "Required: HTML/CSS and JavaScript.", must="HTML, CSS, JavaScript"),
    PostingCase(
        "examples of one kind",
        "Experience with a broker such as Kafka, RabbitMQ is required.",
        either="Apache Kafka|RabbitMQ",
    ),
    PostingCase("at least one of", "At least one of Python, Go or Rust is required.", either="Python|Go|Rust"),
    PostingCase("a choice that is a plus", "Docker or Podman would be a plus.", either_nice="Docker|Podman"),
    PostingCase(
        "a choice that is none any more",
        "Requirements:\n- Java is mandatory\n- Java or Kotlin for our services",
        must="Java",
        mentioned="Kotlin",
    ),
    PostingCase(
        "years behind a name",
        "Requirements:\nJava (5+ years)\nKafka - 3 yrs",
        must="Java, Apache Kafka",
        years={"Java": 5, "Apache Kafka": 3},
    ),
    PostingCase(
        "years of each", "5+ years of Java and 3+ years of AWS required.", must="Java, AWS", years={"Java": 5, "AWS": 3}
    ),
    PostingCase(
        "years as words", "Minimum of seven (7) years of experience in Python.", years={"Python": 7}, must="Python"
    ),
    PostingCase("a range of years", "3-5 years of experience with Node.js.", years={"Node.js": 3}, must="Node.js"),
    PostingCase(
        "overall and single years",
        "Requirements:\n- 10+ years of overall experience in software development\n- 4+ years of Scala",
        must="Scala",
        years={"Scala": 4},
        facts={"years": "10"},
    ),
    PostingCase(
        "the company's age",
        "Larkmoor has been in business for 25 years. You need 3 years of experience.",
        facts={"years": "3"},
    ),
    PostingCase("a person's age", "You must be at least 18 years of age.", facts={"years": None}),
    PostingCase(
        "months of experience", "At least 18 months of experience with Ruby.", years={"Ruby": 1.5}, must="Ruby"
    ),
    PostingCase(
        "the team's tools are mentioned",
        "Requirements\n- Python\n\nOur tech stack\n- Django, Redis and Celery",
        must="Python",
        mentioned="Django, Redis, Celery",
    ),
    PostingCase(
        "duties count where nothing else does",
        "Responsibilities:\n- Build services in Java and Kafka",
        must="Java, Apache Kafka",
    ),
    PostingCase(
        "duties do not count beside requirements",
        "Responsibilities:\n- Move services off WebLogic\n\nQualifications:\n- Java",
        must="Java",
        mentioned="Oracle WebLogic Server",
    ),
    PostingCase(
        "the title names it", "Kotlin Developer\n\nWe are a friendly team and look forward to you.", must="Kotlin"
    ),
    PostingCase(
        "equal opportunity",
        "Requirements\n- Perl\n\nEqual opportunity\nWe welcome users of Java and Python.",
        must="Perl",
        mentioned="Java, Python",
    ),
    PostingCase(
        "a wrapped line",
        "Requirements\n- Several years of hands-on experience with Java,\n"
        "  spring boot and kafka. Knowledge of the elastic stack would be\n  a plus.",
        must="Java, Spring Boot, Apache Kafka",
        nice="ELK Stack",
    ),
    PostingCase(
        "labels in one line each",
        "Must have: Java, Spring Boot\nNice to have: Kafka, Docker\n",
        must="Java, Spring Boot",
        nice="Apache Kafka, Docker",
    ),
    PostingCase(
        "Markdown headings",
        "# Data Engineer\n\n## What you bring\n\n* **Python** and SQL\n\n## Pluspunkte\n\n* Hadoop and Hive\n",
        must="Python, SQL",
        nice="Apache Hadoop, Apache Hive",
        facts={"title": "Data Engineer"},
    ),
    PostingCase(
        "a text without line breaks",
        "DevOps Engineer We run a shop for boats. What you'll bring 4+ years of experience "
        "with Linux and Ansible. Solid Bash and Python. "
        "Bonus: Experience with Kubernetes. Bonus: Rust. Here's what we offer you Flexible "
        "hours and a budget for your own MacBook.",
        must="DevOps, Linux, Ansible, Bash, Python",
        nice="Kubernetes, Rust",
        years={"Linux": 4, "Ansible": 4},
    ),
    PostingCase(
        "a title with things around it",
        "Urgent requirement: Sr. .NET Developer - Remote - 12 months contract\nC# needed.",
        facts={"title": "Sr. .NET Developer", "seniority": "senior", "remote": "remote", "duration": "12 months"},
    ),
    PostingCase(
        "a title in a sentence",
        "Tidewater is looking for an experienced Lead QA Engineer to join us in Boston, MA.",
        facts={"title": "Lead QA Engineer", "seniority": "lead", "location": "Boston, MA"},
    ),
    PostingCase(
        "a title with a place",
        "Junior Web Developer | Portland, OR | On-site",
        facts={"title": "Junior Web Developer", "seniority": "junior", "location": "Portland, OR", "remote": "on-site"},
    ),
    PostingCase(
        "a title label",
        "Job Title: Principal Architect\nJob Location: Berlin",
        facts={"title": "Principal Architect", "seniority": "principal", "location": "Berlin"},
    ),
    PostingCase(
        "no title", "We would be glad to hear from you.", facts={"title": None, "location": None, "remote": None}
    ),
    PostingCase("hybrid by days", "You work three days a week in the office.", facts={"remote": "hybrid"}),
    PostingCase(
        "no remote",
        "This role is on-site in Denver, CO. No remote.",
        facts={"remote": "on-site", "location": "Denver, CO"},
    ),
    PostingCase(
        "a hybrid cloud is no place of work",
        "You build hybrid cloud platforms and do remote debugging of apps.",
        facts={"remote": None},
    ),
    PostingCase("work from home", "You can work from home from anywhere in Spain.", facts={"remote": "remote"}),
    PostingCase("terms", "W2 only, no C2C, no 1099. Full-time later.", tax_terms="no C2C, W2, no 1099, full-time"),
    PostingCase("terms that are allowed", "Open to C2C / W2 / 1099", tax_terms="C2C, W2, 1099"),
    PostingCase("terms not allowed", "Corp-to-corp is not accepted. W2.", tax_terms="no C2C, W2"),
    PostingCase("a rate as a range", "Rate: 70-80/hr on C2C", facts={"rate": "70-80/hr on C2C"}),
    PostingCase("a salary", "The salary is $120k–$140k plus bonus.", facts={"rate": "$120k–$140k"}),
    PostingCase(
        "a salary in euros",
        "Compensation: 70.000 € – 85.000 € per year",
        facts={"rate": "70.000 € – 85.000 € per year"},
    ),
    PostingCase("a day rate", "We pay £550 per day outside IR35.", facts={"rate": "£550 per day"}),
    PostingCase(
        "money that is no pay", "Larkmoor raised $40 million last year and has a 401(k).", facts={"rate": None}
    ),
    PostingCase("a contract", "This is a 12 month contract with possible extension.", facts={"duration": "12 month"}),
    PostingCase("a long contract", "Long-term project, 6+ months contract.", facts={"duration": "Long-term"}),
    PostingCase(
        "experience is no duration", "You need 12 months of experience.", facts={"duration": None, "years": "1"}
    ),
    PostingCase(
        "a signature names nothing",
        "Requirement: Ruby developer with 4 years of experience.\n\nThanks,\nJon Okafor\nOracle and SAP Recruiting\n",
        must="Ruby",
    ),
    PostingCase(
        "a mail that only passes one on",
        "FYI\n\nOn Tue, 3 Mar 2026, Ana Sousa wrote:\n> Requirements:\n> - Elixir\n> - Erlang is a plus\n",
        must="Elixir",
        nice="Erlang",
    ),
    PostingCase(
        "German headings",
        "Dein Profil\n- Java und Spring Boot\n\nVon Vorteil\n- Kafka\n\nWir bieten\n- Einen Mac mit macOS",
        must="Java, Spring Boot",
        nice="Apache Kafka",
        mentioned="macOS",
    ),
)
