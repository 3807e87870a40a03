"""Names that are everyday words, places or employers too: core/naming/name_context.py."""

import pytest

from resume_customizer.core.naming.mentions import find_mentions


def _named(text: str) -> list[str]:
    return [mention.technology for mention in find_mentions(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reports are exported to Excel every night.", ["Microsoft Excel"]),
        ("the colours look wrong in Safari", ["Safari"]),
        ("a bean for the Spring container", ["Spring Framework"]),
        ("Statistics and plots: the R package", ["R"]),
        ("Go is required.", ["Go"]),
        ("Swift would be a nice to have; Access is a big plus.", ["Swift", "Microsoft Access"]),
        ("Access is required to the server room. Go is open.", []),
        ("You excel at details and express yourself.", []),
        ("Access Control Officer. Word of mouth marketing.", []),
        ("The rest of the team, and the least of it", []),
        ("Class C driving licence", []),
    ],
)
def test_an_everyday_word_counts_where_it_stands_like_a_name(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("- Go, Terraform", ["Go", "Terraform"]),
        ("Tools:\n  * Chef, Puppet", ["Chef", "Puppet"]),
        ("+ Go\n– Python", ["Go", "Python"]),
        ("- Go through the books", []),
        ("- Express interest in travel", []),
        ("the twelve - Go home early", []),
    ],
)
def test_the_dash_of_a_list_is_as_good_as_its_line(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("debugged the jar in eclipse project files", ["Eclipse"]),
        ("a webapp in spring 3 with a servlet container", ["Spring Framework", "Servlets"]),
        ("styled with bootstrap and CSS", ["Bootstrap", "CSS"]),
        ("a partial eclipse over the bay", []),
        ("we met in spring", []),
        ("bootstrap the new office", []),
    ],
)
def test_in_another_case_a_name_counts_among_words_of_its_trade(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("made MS Access/Excel tools for the yard", ["Microsoft Access", "Microsoft Excel"]),
        ("Java, Perl C\nMoved to Leeds", ["Java", "Perl", "C"]),
        ("JAVA, SQL & ORACLE work", ["Java", "SQL", "Oracle Database"]),
        ("ACCESS CONTROL OFFICER", []),
        ("Excel beyond expectations", []),
    ],
)
def test_directly_beside_a_word_of_its_trade_or_in_capitals_there_a_name_counts(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Facebook, Menlo Park", []),
        ("Software Engineer, Facebook", []),
        ("campaigns on Facebook and Instagram", ["Facebook", "Instagram"]),
        ("Word, Excel, Publisher", ["Microsoft Word", "Microsoft Excel", "Microsoft Publisher"]),
        ("Publisher, Kiln Press", []),
        ("reached by facebook, phone", []),
    ],
)
def test_names_of_employers_and_jobs_count_only_near_a_word_of_their_trade(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Moved to Phoenix, AZ in May",
        "University of Phoenix",
        "Kiln Hill School, Spring, TX",
        "with honours in Spring 2019",
        "(Less than 1 year)",
        "Engineer (m/w/d)",
        "M/F/D welcome",
    ],
)
def test_places_seasons_and_genders_are_no_technologies(text: str) -> None:
    assert _named(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Oracle Corporation, Redwood Shores",
        "Cisco Systems Inc",
        "SAP Labs",
        "Cisco - Leeds, Yorkshire",
        "Client: Oracle",
        "see https://python.example/java",
        "write to docker@oracle.example",
        "www.kubernetes.example",
    ],
)
def test_employers_and_addresses_are_no_technologies(text: str) -> None:
    assert _named(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Client: HTML, CSS", ["HTML", "CSS"]),
        ("Java - Core development", ["Java"]),
        ("Java, Oracle, SAP", ["Java", "Oracle Database", "SAP"]),
        ("Linux systems and Cisco routers", ["Linux", "Cisco"]),
    ],
)
def test_what_looks_like_an_employer_at_first_may_be_a_technology(text: str, names: list[str]) -> None:
    assert _named(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("amazon-web-services", ["AWS"]),
        ("google_cloud_platform", ["Google Cloud"]),
        ("It isn't SQL only", ["SQL"]),
        ("You know Kubernetes... and Docker...", ["Kubernetes", "Docker"]),
    ],
)
def test_hyphens_and_dots_around_names_make_no_difference(text: str, names: list[str]) -> None:
    assert _named(text) == names
