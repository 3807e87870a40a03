"""Periods in one line: the promises of resume_customizer.resume.understanding.dates."""

import pytest

from resume_customizer.resume.understanding.dates import find_end, find_period, join_halves

RANGES = {
    "Aug 2023 – Present": ("2023-08", "present"),
    "08/2023-Current": ("2023-08", "present"),
    "2019 to 2021": ("2019", "2021"),
    "Jan '19 – Mar '21": ("2019-01", "2021-03"),
    "Jan ’19 – Mar ’21": ("2019-01", "2021-03"),
    "Since 2020": ("2020", "present"),
    "2006-07/2009": ("2006", "2009-07"),
    "2000/2009": ("2000", "2009"),
    "June 2017–Sept 2017": ("2017-06", "2017-09"),
    "Jun – Aug 2019": ("2019-06", "2019-08"),
    "15 Jan 2020 – 3 Mar 2021": ("2020-01", "2021-03"),
    "Jan 15, 2020 - Feb 1, 2021": ("2020-01", "2021-02"),
    "3rd March 2012 - 5th May 2013": ("2012-03", "2013-05"),
    "01.03.2015 – 31.12.2018": ("2015-03", "2018-12"),
    "03/15/2015 - 12/31/2018": ("2015-03", "2018-12"),
    "03/05/2015 - 12/31/2018": ("2015-03", "2018-12"),
    "01/09/2016 – 28/02/2019": ("2016-09", "2019-02"),
    "01/03/2019 – CURRENT": ("2019-03", "present"),
    "Jan 2019 to-date": ("2019-01", "present"),
    "2020-05 – 2021-06": ("2020-05", "2021-06"),
    "2020.05-2021.06": ("2020-05", "2021-06"),
    "2019-20": ("2019", "2020"),
    "Jan 19 - Mar 21": ("2019-01", "2021-03"),
    "Sep16 – Dec18": ("2016-09", "2018-12"),
    "08/19 – 05/21": ("2019-08", "2021-05"),
    "Feb'14 to Mar'16": ("2014-02", "2016-03"),
    "Oct.2011 to Feb.2013": ("2011-10", "2013-02"),
    "Apr 2019-till date": ("2019-04", "present"),
    "Jan 2017 – to date": ("2017-01", "present"),
    "From April 2019 to Nov 2020": ("2019-04", "2020-11"),
    "2021 –": ("2021", "present"),
    "Fall 2018 – Spring 2019": ("2018", "2019"),
    "Q1 2021 – Q3 2022": ("2021", "2022"),
    "H2/2019 – Present": ("2019", "present"),
    "2019/20": ("2019", "2020"),
    "2019 onwards": ("2019", "present"),
    "Jan 2019 > Dec 2020": ("2019-01", "2020-12"),
    "Aug 2021 – Tilldate": ("2021-08", "present"),
}

WORLDWIDE = {
    "seit März 2021": ("2021-03", "present"),
    "01/2023 - heute": ("2023-01", "present"),
    "depuis juin 2018": ("2018-06", "present"),
    "Début 2009  à ce jour": ("2009", "present"),
    "2019 – aujourd’hui": ("2019", "present"),
    "enero de 2019 a marzo de 2020": ("2019-01", "2020-03"),
    "enero 2019 - actualidad": ("2019-01", "present"),
    "de janeiro de 2019 até o momento": ("2019-01", "present"),
    "2019 – i dag": ("2019", "present"),
    "maart 2015 t/m december 2019": ("2015-03", "2019-12"),
    "2015 tot en met 2019": ("2015", "2019"),
    "gennaio 2015 – oggi": ("2015-01", "present"),
    "januari 2019 – heden": ("2019-01", "present"),
    "od 03.2018 do 05.2020": ("2018-03", "2020-05"),
    "03.2017 – do dziś": ("2017-03", "present"),
    "da marzo 2018 ad oggi": ("2018-03", "present"),
    "styczeń 2019 – obecnie": ("2019-01", "present"),
    "янв. 2019 — настоящее время": ("2019-01", "present"),
    "2020年5月－2021年6月": ("2020-05", "2021-06"),
    "2018年7月至今": ("2018-07", "present"),
    "2018.07 - 现在": ("2018-07", "present"),
}

SINGLES = {
    "Graduated: May 2011": "2011-05",
    "12/2019": "2019-12",
    "1 Jan 2020": "2020-01",
    "Summer 2020": "2020",
    "Q3 2021": "2021",
    "B.S. Physics, 2016": "2016",
    "2010年": "2010",
}

PLACEHOLDERS = (
    "[Start date] – [End date]",
    "[Dates From] – [To]",
    "(StartYear - EndYear)",
    "JobStartDate – JobEndDate",
    "Month yr – Month Yr",
    "(Month and Year - Month and Year)",
    "MM/YYYY – Present",
    "20XX – 20XX",
    "Nov 20XX–Present",
    "Month 20XX - PRESENT",
    "[起止年份]",
    "[Type the start date]– [Type the end date]",
)

NO_DATES = (
    "+49 800 600 600",
    "(555) 555-2019",
    "555-123-2020",
    "Windows Server 2012",
    "SQL Server 2008/2012",
    "Increased sales by $2000",
    "10+ years of experience",
    "ISO 9001",
    "Managed 2500 people",
    "4726 11th Ave. N.E.",
    "Seattle, WA 98105",
    "version 2.10.12",
    "24/7 support",
    "Handled 12-15 tickets",
    "3.8/4.0",
    "[City, ST]",
    "Team Lead, May",
)


@pytest.mark.parametrize(("text", "ends"), [*RANGES.items(), *WORLDWIDE.items()])
def test_a_range_gives_both_ends(text: str, ends: tuple[str, str]) -> None:
    period = find_period(text)

    assert period is not None
    assert (period.start, period.end) == ends
    assert period.is_range
    assert not text[: period.left].strip()
    assert not text[period.right :].strip()


@pytest.mark.parametrize(("text", "date"), SINGLES.items())
def test_a_single_date_gives_the_same_start_and_end(text: str, date: str) -> None:
    period = find_period(text)

    assert period is not None
    assert (period.start, period.end, period.is_range) == (date, date, False)


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_templates_place_for_dates_is_a_period_without_values_but_for_a_literal_present(text: str) -> None:
    period = find_period(text)

    assert period is not None
    end = "present" if text.casefold().endswith("present") else None
    assert (period.start, period.end, period.is_placeholder) == (None, end, True)


@pytest.mark.parametrize("text", NO_DATES)
def test_phone_numbers_amounts_and_versions_are_not_periods(text: str) -> None:
    assert find_period(text) is None


def test_the_words_around_a_period_stay_outside_of_it() -> None:
    text = "Engineer | Globex (Jan 2019 – Present) | Boston"

    period = find_period(text)

    assert period is not None
    assert text[period.left : period.right] == "Jan 2019 – Present"


def test_a_range_counts_more_than_a_single_date_before_it() -> None:
    period = find_period("Project 2018, Jan 2019 – Mar 2020")

    assert period is not None
    assert (period.start, period.end) == ("2019-01", "2020-03")


def test_an_employers_time_holds_that_of_a_role() -> None:
    employer, role, other = find_period("2012 – Present"), find_period("Mar 2015 – 2018"), find_period("2008 – 2013")

    assert employer is not None
    assert role is not None
    assert other is not None
    assert employer.holds(role)
    assert not role.holds(employer)
    assert not employer.holds(other)


def test_halves_in_two_lines_make_one_period() -> None:
    start, end = find_period("Jan 2019 –"), find_end("Present")

    assert start is not None
    assert end is not None
    joined = join_halves(start, end)
    assert joined is not None
    assert (joined.start, joined.end) == ("2019-01", "present")


def test_two_ranges_are_not_halves() -> None:
    one, two = find_period("2012 – 2015"), find_period("2015 – 2018")

    assert one is not None
    assert two is not None
    assert join_halves(one, two) is None


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("Kestrel Print Studio\t2014 – 2015", ("2014", "2015")),
        ("Kestrel Office, 05/2014 – present", ("2014-05", "present")),
        ("Kestrel Studio 2014 to now", ("2014", "present")),
    ],
)
def test_a_range_behind_the_name_of_a_product_is_no_version(text: str, ends: tuple[str, str]) -> None:
    period = find_period(text)

    assert period is not None
    assert (period.start, period.end) == ends
