# ruff: noqa: E501 - a point and its times stand in one line
"""Points and times, judged by a person who asks whether somebody could have done this then.

    DATED_POINTS  ->  (point, start, end, whether it is plausible)

Each line is a point and times behind bars; `+` before a time says plausible, `-` says not. Judged from general
knowledge of what came out when, not from the catalogue.
"""

from typing import NamedTuple


class DatedPoint(NamedTuple):
    """One pair of a point and a time."""

    point: str
    start: str
    end: str
    is_plausible: bool


_LINES = """
Ran Kubernetes clusters for forty teams. | -2008..2012 | -2011-03..2013-05 | +2016-01..2018-05 | +2019..present
Moved nightly jobs to Docker containers. | -2006..2010 | -2009-04..2011-12 | +2015-02..2017-03 | +2020..present
Built claim screens in React with typed hooks. | -2007..2011 | -2010-01..2012-06 | +2016..2019 | +2021-05..present
Wrote Angular 17 screens for adjusters. | -2014..2019 | -2018-01..2022-12 | +2023-02..2024-06 | +2022..present
Wrote Angular 2 components for the claims desk. | -2011..2014 | -2013-05..2015-11 | +2016-03..2018-01 | +2017..2019
Upgraded the portal to Angular 8. | -2012..2016 | -2016-01..2018-12 | +2019-01..2020-02 | +2020..present
Kept old AngularJS screens alive. | -2006..2009 | +2012..2016 | +2014-03..2019-05 | +2016..2018
Used virtual threads of Java 21 for the quote engine. | -2015..2019 | -2019-02..2022-12 | +2022-01..2024-03 | +2023..present
Wrote services in Java 17 and Spring Boot 3. | -2014..2018 | -2018-06..2021-06 | +2021-09..2023-12 | +2022..present
Introduced lambdas when the team moved to Java 8. | -2007..2012 | -2010-01..2013-06 | +2013-05..2015-08 | +2016..2019
Maintained batch programs in Java 6. | -2001..2004 | +2007..2010 | +2008-03..2012-01 | +2010..2013
Compared Java 8/11 start-up times. | -2009..2013 | -2015-01..2017-12 | +2018-01..2019-06 | +2020..2022
Automated releases with GitHub Actions. | -2009..2014 | -2014-02..2017-10 | +2019-06..2021-01 | +2021..present
Set up GitLab pipelines for nine services. | -2004..2009 | +2015..2018 | +2018-04..2020-09 | +2020..present
Provisioned networks with Terraform. | -2005..2010 | -2009-01..2013-03 | +2016..2018 | +2019-05..present
Pinned providers when Terraform 0.12 came. | -2012..2016 | -2014-01..2018-06 | +2019-03..2020-05 | +2020..2022
Streamed orders through Kafka. | -2004..2008 | -2007-02..2010-03 | +2014..2017 | +2018-08..present
Ran Kafka 3 without ZooKeeper for a test. | -2012..2016 | -2016-05..2020-03 | +2021-11..2023-02 | +2022..present
Wrote nightly Hadoop jobs. | -1998..2003 | +2010..2014 | +2012-05..2016-02 | +2014..2017
Tuned Spark jobs that price freight. | -2003..2008 | +2014-08..2016-12 | +2017..2020 | +2021..present
Rewrote reports in Spark 3 with adaptive queries. | -2012..2016 | -2015-03..2019-10 | +2020-05..2022-04 | +2022..present
Loaded the warehouse into Snowflake. | -2004..2009 | -2006-01..2011-05 | +2018..2020 | +2020-07..present
Modelled marts with dbt. | -2005..2011 | -2009-05..2014-08 | +2019..2021 | +2021-10..present
Scheduled loads in Airflow. | -2005..2010 | -2010-04..2013-12 | +2017..2019 | +2020..present
Built dashboards in Power BI. | -2003..2008 | -2006-05..2011-02 | +2016..2018 | +2019-03..present
Drew charts in Tableau for the board. | -1996..2001 | +2009..2012 | +2013-06..2016-05 | +2017..present
Answered tickets with ChatGPT drafts that people approved. | -2014..2018 | -2018-03..2021-09 | +2022-06..2023-09 | +2024..present
Compared GPT-4 with rules for reading invoices. | -2015..2019 | -2019-01..2022-10 | +2022-09..2023-12 | +2024..present
Trained a TensorFlow model for scratches on metal. | -2006..2011 | -2010-02..2014-06 | +2017..2019 | +2019-11..present
Moved training to PyTorch. | -2007..2012 | -2011-02..2015-05 | +2018..2020 | +2020..present
Deployed functions on AWS Lambda. | -2006..2010 | -2009-03..2013-08 | +2016..2018 | +2019..present
Stored scans in Amazon S3. | -1999..2003 | +2008..2011 | +2012-01..2016-05 | +2018..present
Ran virtual machines on Azure. | -1999..2004 | -2002-05..2007-01 | +2013..2016 | +2017..present
Queried logs with BigQuery. | -2001..2006 | -2005-01..2009-02 | +2015..2018 | +2019..present
Wrote Go services for seat maps. | -2001..2005 | -2004-03..2008-02 | +2014..2017 | +2018..present
Used generics of Go 1.18 in a queue library. | -2012..2016 | -2017-01..2020-12 | +2021-06..2022-12 | +2023..present
Ported a parser to Rust. | -1999..2005 | -2003-01..2009-04 | +2016..2019 | +2020-02..present
Wrote Android screens in Kotlin. | -2003..2008 | -2005-06..2010-05 | +2018..2020 | +2020..present
Rewrote the phone app in Swift. | -2007..2011 | -2010-03..2013-12 | +2015..2017 | +2018..present
Kept Objective-C modules of the phone app. | +2009..2012 | +2011-02..2014-03 | +2014..2017 | +2016-05..2019-08
Built the loan form in TypeScript. | -2002..2007 | -2006-03..2011-03 | +2016..2019 | +2020..present
Replaced jQuery plugins in the booking page. | -1999..2003 | +2010..2013 | +2012-02..2015-01 | +2016..2018
Laid pages out with Bootstrap 5. | -2012..2016 | -2015-03..2019-12 | +2021-02..2022-07 | +2022..present
Built stores with Vue 3. | -2011..2015 | -2015-08..2019-06 | +2020-08..2022-05 | +2022..present
Served pages with Node.js. | -2001..2005 | -2003-01..2007-11 | +2013..2016 | +2018..present
Moved the gateway to Node.js 18. | -2011..2015 | -2016-02..2020-12 | +2022-01..2023-04 | +2023..present
Wrote loaders in Python 3.8 with typed dictionaries. | -2010..2014 | -2014-01..2018-05 | +2019-09..2021-03 | +2021..present
Kept scripts in Python 2.7. | -2003..2008 | +2011..2014 | +2012-04..2016-02 | +2015..2018
Wrote Django forms for tax clerks. | -1997..2002 | +2009..2012 | +2013-05..2017-02 | +2018..present
Published a FastAPI for partners. | -2008..2013 | -2012-05..2016-08 | +2020..2022 | +2021-06..present
Moved to .NET 6 on Linux. | -2008..2013 | -2013-05..2019-03 | +2021-08..2023-01 | +2022..present
Built desktop tools with .NET 4.5. | -2003..2008 | -2006-02..2010-12 | +2012-06..2015-03 | +2014..2017
Wrote ASP.NET Core endpoints. | -2002..2008 | -2006-05..2012-12 | +2017..2019 | +2020..present
Wrote stored procedures in SQL Server 2019. | -2005..2010 | -2012-03..2017-12 | +2019-08..2021-10 | +2021..present
Upgraded ledgers to SQL Server 2012. | -2003..2008 | -2005-06..2010-08 | +2012-01..2013-09 | +2013..2016
Tuned Oracle 19c for month ends. | -2005..2010 | -2010-02..2016-05 | +2019-01..2021-04 | +2021..present
Tuned Oracle 10g for month ends. | -1997..2001 | +2005..2008 | +2006-03..2010-07 | +2008..2012
Partitioned tables in PostgreSQL 12. | -2008..2012 | -2013-04..2018-02 | +2019-08..2021-01 | +2021..2023
Sharded MongoDB for parcel events. | -1999..2004 | -2002-03..2007-08 | +2013..2016 | +2017..present
Cached sessions in Redis. | -2001..2005 | -2003-02..2007-12 | +2013..2016 | +2018..present
Searched contracts with Elasticsearch. | -2001..2005 | -2004-01..2008-06 | +2014..2017 | +2018..present
Watched services with Prometheus and Grafana. | -2004..2008 | -2006-01..2010-09 | +2018..2020 | +2020..present
Rolled releases out with Helm charts. | -2007..2011 | -2010-05..2013-11 | +2018..2020 | +2020..present
Delivered by Argo CD from one repository. | -2009..2013 | -2012-01..2016-04 | +2020..2022 | +2022..present
Wrote browser tests in Cypress. | -2006..2010 | -2009-05..2012-12 | +2018..2020 | +2020..present
Wrote browser tests in Playwright. | -2010..2014 | -2014-02..2018-09 | +2021..2023 | +2022-05..present
Wrote browser tests in Selenium. | -1996..2001 | +2009..2012 | +2013-05..2016-09 | +2017..present
Configured Salesforce Lightning pages. | -1994..1998 | +2016..2018 | +2018-09..2021-02 | +2021..present
Planned sprints with Scrum. | +2006..2009 | +2010-05..2014-02 | +2014..2018 | +2019..present
Kept COBOL programs and JCL of a mainframe. | +1986..1991 | +1995-01..1999-12 | +2004..2009 | +2015..2019
Wrote PL/SQL packages for claims. | +1996..1999 | +2001-05..2005-03 | +2008..2012 | +2016..present
Wrote shell scripts and cron jobs on Unix. | +1994..1998 | +2000..2004 | +2007-01..2010-12 | +2015..present
Migrated branch computers from Windows XP to Windows 10. | -2004..2008 | -2009-01..2013-06 | +2015-09..2017-12 | +2016..2018
Replaced a legacy Silverlight viewer with HTML5 and JavaScript. | +2013..2015 | +2016-03..2018-10 | +2021..2023 | +2022..present
Retired the last Flash banners. | +2014..2017 | +2018-05..2020-12 | +2021-02..2022-01 | +2021..present
Developed new Silverlight screens for traders. | -1999..2003 | +2009..2011 | +2010-05..2013-02 | -2023..present
Animated banners in Flash. | +2003..2006 | +2008-01..2011-05 | +2012..2014 | -2023-01..present
Expressed requirements clearly and let the rest of the team access drafts in spring. | +1999..2003 | +2004-05..2008-01 | +2011..2014 | +2019..present
Led five developers for three years and cut costs by 17 %. | +1998..2001 | +2003..2007 | +2009-02..2012-11 | +2018..present
Reacted to outages within minutes and kept a rusty process swift. | +1998..2001 | +2003..2007 | +2009-02..2012-11 | +2018..present
Sorted parcels in Java 5 years before the merger. | +1998..2002 | +2005..2008 | +2009-02..2012-11 | +2018..present
Wrote C++ for trading desks. | +1994..1998 | +2000..2004 | +2006-01..2010-12 | +2015..present
Used C++17 filesystem calls in the importer. | -2003..2008 | -2010-02..2014-06 | +2018..2020 | +2020..present
Hardened Windows Server 2022 images. | -2008..2013 | -2014-05..2019-12 | +2021-11..2023-05 | +2023..present
Hardened Red Hat Enterprise Linux 8 images. | -2008..2012 | -2012-05..2017-12 | +2019-06..2021-05 | +2022..present
"""


def _pairs() -> tuple[DatedPoint, ...]:
    found = []
    for line in _LINES.strip().splitlines():
        point, *times = (part.strip() for part in line.split("|"))
        for time in times:
            start, end = time[1:].split("..")
            found.append(DatedPoint(point, start, end, time[0] == "+"))
    return tuple(found)


DATED_POINTS = _pairs()
"""All of them."""
