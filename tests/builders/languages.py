"""Invented people whose resumes are not in English, with the titles of their sections."""

from dataclasses import dataclass

from builders.careers import Career, Job


@dataclass(frozen=True, slots=True)
class Titles:
    """Section titles in one language."""

    summary: str
    skills: str
    experience: str
    education: str


FRENCH = Career(
    name="Élodie Marchetti",
    title="Développeuse Java",
    city="Nantes",
    phone="02 40 55 01 42",
    email="elodie.marchetti@example.com",
    summary=("Développeuse Java avec huit ans d’expérience dans l’assurance et les transports.",),
    skills=(("Langages", "Java, Kotlin, SQL"), ("Outils", "Spring Boot, Kafka, Docker, GitLab CI")),
    jobs=(
        Job(
            "Développeuse Java senior",
            "Mutuelle du Vallon",
            "Nantes",
            "2021-08",
            "present",
            (
                "Conception de services REST en Spring Boot pour la gestion des sinistres.",
                "Mise en place de Kafka entre six applications de gestion.",
                "Encadrement de deux développeurs juniors.",
            ),
        ),
        Job(
            "Ingénieure logiciel",
            "Transports Ligéa",
            "Angers",
            "2017-02",
            "2021-07",
            (
                "Développement d’une application de planification des tournées en Java et Angular.",
                "Réduction du temps de calcul des itinéraires de moitié.",
            ),
        ),
    ),
    education=("Master Informatique, Université de Valdoine\t2014 – 2016",),
)
FRENCH_TITLES = Titles("Profil", "Compétences", "Expérience professionnelle", "Formation")

GERMAN = Career(
    name="Jörg Hallwachs",
    title="Softwareentwickler",
    city="Kassel",
    phone="0561 555 0119",
    email="joerg.hallwachs@example.com",
    summary=("Softwareentwickler mit zehn Jahren Erfahrung in Industrie und Handel.",),
    skills=(("Sprachen", "Java, C#, SQL"), ("Werkzeuge", "Spring, Maven, Jenkins, Oracle")),
    jobs=(
        Job(
            "Senior-Softwareentwickler",
            "Habichtswald Maschinenbau GmbH",
            "Kassel",
            "2019-03",
            "present",
            (
                "Entwicklung einer Ersatzteilplattform mit Java und Spring Boot.",
                "Ablösung von 14 Nachtläufen durch Ereignisse über RabbitMQ.",
                "Einführung von Codeprüfungen und automatischen Tests.",
            ),
        ),
        Job(
            "Softwareentwickler",
            "Fuldatal Handel AG",
            "Fulda",
            "2014-10",
            "2019-02",
            (
                "Pflege des Kassensystems in C# und SQL Server.",
                "Betreuung von 80 Filialen im zweiten Support.",
            ),
        ),
    ),
    education=("Diplom-Informatiker (FH), Hochschule Werratal\t2009 – 2014",),
)
GERMAN_TITLES = Titles("Profil", "Kenntnisse", "Berufserfahrung", "Ausbildung")

SPANISH = Career(
    name="Nuria Belmonte",
    title="Ingeniera de datos",
    city="Zaragoza",
    phone="976 555 017",
    email="nuria.belmonte@example.com",
    summary=("Ingeniera de datos con seis años de experiencia en logística y comercio.",),
    skills=(("Lenguajes", "Python, SQL, Scala"), ("Plataformas", "Spark, Airflow, Snowflake, AWS")),
    jobs=(
        Job(
            "Ingeniera de datos",
            "Almacenes Moncayo",
            "Zaragoza",
            "2021-05",
            "present",
            (
                "Desarrollo de procesos en PySpark que cargan las ventas de 300 tiendas.",
                "Diseño de modelos en Snowflake para el equipo de compras.",
            ),
        ),
        Job(
            "Analista programadora",
            "Cierzo Logística",
            "Huesca",
            "2018-09",
            "2021-04",
            (
                "Automatización de informes con Python y Airflow.",
                "Migración de procesos de Oracle a PostgreSQL.",
            ),
        ),
    ),
    education=("Grado en Ingeniería Informática, Universidad del Ebro Alto\t2014 – 2018",),
)
SPANISH_TITLES = Titles("Perfil", "Conocimientos", "Experiencia laboral", "Formación")
