"""Tech-stack texts as people write them, each with its truth: technology, text and line of every point.

    make_text(seed)  ->  MadeText(shape, data, file_name, truth)

The same seed always gives the same text. Every shape is written in many ways: bullets of all kinds, wrapped lines with
and without hanging indent, gaps that are there or missing, chat around the points, several encodings.
"""

import csv
import io
import json
import random
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field


def listed(text: str) -> list[str]:
    """The parts of a text between pipes."""
    return text.split("|")


TECHNOLOGIES = listed(
    "Snowflake|Airflow|Redis|RabbitMQ|Elasticsearch|Vue.js|Next.js|ASP.NET Core|F#|Objective-C|Rust|"
    "Scala|SAP ABAP|Salesforce Apex|Jenkins|GitLab CI|AWS Lambda|Google Cloud Platform|Apache Spark|"
    "Hadoop|Tableau|T-SQL|OAuth 2.0|Machine Learning|Infrastructure as Code|Test Automation|iOS|jQuery|"
    "D3.js|HTML5/CSS3|Unix Shell Scripting|MS SQL Server 2019|Java 17|Python 3.11|C|C++|C#|.NET|R|Go|"
    "CI/CD|PL/SQL|AWS|Oracle|Angular|Tomcat|Ansible|Quality Assurance|GraphQL|gRPC|Data Modeling|"
    "Spring Boot 3|Kafka Streams|Power Platform|COBOL"
)
VERBS = listed(
    "Authored|Built|Configured|Consolidated|Cut|Delivered|Deployed|Designed|Drove|Extended|Hardened|"
    "Implemented|Improved|Introduced|Led|Maintained|Mentored|Migrated|Modernized|Monitored|Optimized|"
    "Owned|Prototyped|Reduced|Refactored|Replaced|Rewrote|Scaled|Secured|Shipped|Simplified|Split|"
    "Streamlined|Supported|Tested|Tuned|Upgraded|Wrote"
)
OBJECTS = listed(
    "payment gateways|order history pages|patient intake forms|fraud scoring models|invoice exports|"
    "fleet dashboards|a search index over ten million titles|the nightly settlement run|"
    "single sign-on for partner portals|row-level security policies|event consumers|the mobile checkout flow|"
    "batch loaders for the claims warehouse|a rules engine for shipping rates|image pipelines|audit reports|"
    "the customer data platform|end-to-end test suites|stored procedures|message schemas|canary releases|"
    "a plugin system|legacy SOAP endpoints|data quality checks|warehouse cost reports|service templates|"
    "caching layers|the identity provider integration"
)
ENDINGS = listed(
    "for three regions|to cut page load from 4 s to 900 ms|with zero downtime|and trained the support desk|"
    "used by 2,300 clinicians|across dev, test and prod|in a team of six|under PCI DSS rules|"
    "saving $1.2M a year|so that releases went from monthly to daily|with Terraform and Docker|"
    "replacing a vendor product|for the public tender portal|while keeping the old API stable|"
    "from design to on-call|with 95% branch coverage|in eight weeks|based on usage data|"
    "together with product owners|on Kubernetes|to meet SOC 2 audits|behind a feature flag|"
    "for iOS and Android users|with full traceability"
)
NUMBERED = (
    "40% fewer incidents after {o} were rebuilt", "3x throughput for {o} {e}", "12+ squads onboarded to {o}",
    "4 (of 7) legacy systems retired {e}", "99.95% availability of {o} {e}", "1,500 users moved to {o} {e}",
    "24x7 on-call rotation for {o}", "2.5 million records cleaned {e}", "6-month roadmap for {o} {e}",
)  # fmt: skip
TITLES = ("Performance", "Cost", "Team lead", "Security", "Data quality", "Impact")
CATEGORIES = ("Cloud Platform", "Backend Framework", "Database", "DevOps Tool", "Analytics", "Messaging & Streaming")
BULLETS = "•●▪◦■‣\uf0b7\uf0a7○➢✓"

Point = tuple[str, str, int]
"""Technology, text, line."""
Stack = tuple[str, list[str]]


@dataclass(frozen=True, slots=True)
class MadeText:
    """One text and what a reader should find in it."""

    shape: str
    data: bytes
    file_name: str
    truth: tuple[Point, ...]


@dataclass(slots=True)
class Sheet:
    """A text while it is being written; knows its line."""

    rng: random.Random
    lines: list[str] = field(default_factory=list)
    points: list[Point] = field(default_factory=list)

    def write(self, line: str) -> int:
        self.lines.append(line)
        return len(self.lines)

    def expect(self, technology: str, text: str, line: int) -> None:
        if not any((t, p) == (technology, text) for t, p, _ in self.points):
            self.points.append((technology, text, line))

    def wrapped(self, technology: str, text: str, lead: str, hang: str, width: int) -> None:
        """A point over as many lines as the width asks for."""
        cut = textwrap.wrap(lead.expandtabs(4) + text, width, break_long_words=False, break_on_hyphens=False)
        first = cut[0][len(lead.expandtabs(4)) :]
        self.expect(technology, text, self.write(lead + first))
        rest = " ".join(cut[1:])
        for part in textwrap.wrap(rest, width - len(hang), break_long_words=False, break_on_hyphens=False):
            self.write(hang + part)


def a_point(rng: random.Random, *, stop: bool, plain: bool = False) -> str:
    """One sentence; `plain` ones begin with a verb and say one thing."""
    o, e = rng.choice(OBJECTS), rng.choice(ENDINGS)
    kind = rng.random()
    if not plain and kind < 0.12:
        text = rng.choice(NUMBERED).format(o=o, e=e)
    elif not plain and kind < 0.2:
        text = f"{rng.choice(TITLES)}: {rng.choice(VERBS).lower()} {o} {e}"
    elif not plain and kind < 0.28:
        text = f"{rng.choice(VERBS)} {o} {e}. {rng.choice(VERBS)} {rng.choice(OBJECTS)} {rng.choice(ENDINGS)}"
    elif not plain and kind < 0.34:
        text = f"{rng.choice(VERBS)} “{o}” – {e} (phase {rng.randint(1, 4)})"
    else:
        text = f"{rng.choice(VERBS)} {o} {e}"
    if rng.random() < 0.25:
        text += f", {rng.choice(VERBS).lower()} {rng.choice(OBJECTS)} {rng.choice(ENDINGS)}"
    return text + ("." if stop else "")


def some_stacks(rng: random.Random, *, plain: bool = False) -> list[Stack]:
    stop = rng.choice([True, False, None])
    names = rng.sample(TECHNOLOGIES, rng.randint(1, 5))
    stacks: list[Stack] = []
    seen: set[str] = set()
    for name in names:
        texts: list[str] = []
        while len(texts) < 2 or (len(texts) < 6 and rng.random() < 0.6):
            text = a_point(rng, stop=rng.random() < 0.5 if stop is None else stop, plain=plain)
            if text.rstrip(".") not in seen:
                seen.add(text.rstrip("."))
                texts.append(text)
        stacks.append((name, texts))
    return stacks


# ---------------------------------------------------------------- blocks: one technology each, free to be mixed


def bullets(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    heading = rng.choice([name, name, f"{name}:", f"{name} :", f"{name} –", name + " "])
    sheet.write(heading)
    lead = rng.choice(["", "", "  ", "\t"]) + rng.choice(BULLETS) + rng.choice([" ", "\t", "  ", "\u00a0"])
    for text in texts:
        sheet.expect(name, text, sheet.write(lead + text))


def dashes(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    sheet.write(
        rng.choice([name, f"{name}:", f"**{name}**", f"### {name}", f"*{name}*", f"__{name}__", f"== {name} =="])
    )
    lead = rng.choice(["", "  "]) + rng.choice(["- ", "* ", "+ ", "– ", "— ", "-\t", "-> ", "- [ ] "])
    for text in texts:
        sheet.expect(name, text, sheet.write(lead + text))


def numbers(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    sheet.write(rng.choice([name, f"{name}:", f"## {name}", f"[{name}]"]))
    form = rng.choice(["{n}. ", "{n}) ", "({n}) ", "{a}) ", "{a}. ", " {n}.\t"])
    for at, text in enumerate(texts):
        sheet.expect(name, text, sheet.write(form.format(n=at + 1, a="abcdefgh"[at]) + text))


def inline(sheet: Sheet, name: str, texts: list[str]) -> None:
    bullet = sheet.rng.choice("•●▪\uf0b7")
    head = f"{name}:" if sheet.rng.random() < 0.8 else name
    line = sheet.write(f"{head} {bullet} " + f" {bullet} ".join(texts))
    for text in texts:
        sheet.expect(name, text, line)


def category(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    sheet.write(f"{name} ({rng.choice(CATEGORIES)})" + rng.choice(["", ":"]))
    for text in texts:
        sheet.expect(name, text, sheet.write(f"{rng.choice('•')} {text}"))


def numbered_heading(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    at = 1 + sum(line.startswith(tuple("123456789")) and line[1:3] == ". " for line in sheet.lines)
    sheet.write(f"{at}. " + rng.choice([name, f"**{name}**", f"{name}:"]))
    lead = rng.choice(["   - ", "• ", "   * ", "\t• "])
    for text in texts:
        sheet.expect(name, text, sheet.write(lead + text))


def emoji_heading(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    sheet.write(f"{rng.choice('🚀🔥⚙💡')} {name}" + rng.choice(["", ":"]))
    lead = rng.choice(["✅ ", "• ", "- "])
    for text in texts:
        sheet.expect(name, text, sheet.write(lead + text))


def two_levels(sheet: Sheet, name: str, texts: list[str]) -> None:
    outer, inner = sheet.rng.choice([("- ", "  - "), ("• ", "   ◦ "), ("* ", "    * "), ("•\t", "\to\t")])
    sheet.write(outer + name)
    for text in texts:
        sheet.expect(name, text, sheet.write(inner + text))


def labelled(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    sheet.write(rng.choice(["{}", "Technology: {}", "Tech Stack: {}", "{}:"]).format(name))
    if rng.random() < 0.5:
        sheet.write(rng.choice(["Responsibilities:", "Key points:", "Achievements"]))
    for text in texts:
        sheet.expect(name, text, sheet.write(f"• {text}"))


def underlined(sheet: Sheet, name: str, texts: list[str]) -> None:
    sheet.write(name)
    sheet.write(sheet.rng.choice("=-") * max(3, len(name)))
    for text in texts:
        sheet.expect(name, text, sheet.write(f"- {text}"))


def wrapped_bullets(sheet: Sheet, name: str, texts: list[str]) -> None:
    rng = sheet.rng
    sheet.write(rng.choice([name, f"{name}:"]))
    lead = rng.choice(["• ", "- ", "•\t", "  - "])
    hang = rng.choice(["", " " * len(lead.expandtabs(4)), "  "])
    for text in texts:
        sheet.wrapped(name, text, lead, hang, rng.width if isinstance(rng, WidthRandom) else 72)


def loose(sheet: Sheet, name: str, texts: list[str]) -> None:
    sheet.write(sheet.rng.choice([name, name, f"{name}:"]))
    for text in texts:
        sheet.expect(name, text, sheet.write(text))


def pipe_table(sheet: Sheet, name: str, texts: list[str]) -> None:
    sheet.write("| Technology | Point |")
    sheet.write("|:---|---|")
    for text in texts:
        sheet.expect(name, text, sheet.write(f"| {name} | {text} |"))


def fenced_json(sheet: Sheet, name: str, texts: list[str]) -> None:
    sheet.write("```json")
    json_lines(sheet, {name: texts}, [(name, texts)])
    sheet.write("```")


class WidthRandom(random.Random):
    """A source of choices for one text, with the width at which that text wraps."""

    width = 72


Block = Callable[[Sheet, str, list[str]], None]
BLOCKS: dict[str, Block] = {
    "bullets": bullets, "dashes": dashes, "numbers": numbers, "inline": inline, "category": category,
    "numbered heading": numbered_heading, "emoji heading": emoji_heading, "two levels": two_levels,
    "labelled": labelled, "underlined": underlined, "wrapped bullets": wrapped_bullets, "loose": loose,
}  # fmt: skip
MIXED: dict[str, Block] = BLOCKS | {"pipe table": pipe_table, "fenced JSON": fenced_json}
NEEDS_GAP = {"pipe table", "fenced JSON"}


# ---------------------------------------------------------------- whole texts


def json_lines(sheet: Sheet, value: object, stacks: list[Stack]) -> None:
    at = len(sheet.lines)
    for line in json.dumps(value, indent=2, ensure_ascii=sheet.rng.random() < 0.3).split("\n"):
        sheet.write(line)
    expect_in_order(sheet, stacks, at)


def expect_in_order(sheet: Sheet, stacks: list[Stack], at: int) -> None:
    """Each point is expected on the first line, from this one on, that holds it as JSON writes it."""
    for name, texts in stacks:
        for text in texts:
            forms = (json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1], text.replace("'", "''"), text)
            at = next(n for n in range(at, len(sheet.lines)) if any(form in sheet.lines[n] for form in forms))
            sheet.expect(name, text, at + 1)


def json_text(sheet: Sheet, stacks: list[Stack]) -> str:
    forms: list[object] = [
        dict(stacks),
        [{"technology": n, "points": t} for n, t in stacks],
        [{"tech": n, "point": text} for n, t in stacks for text in t],
        {"tech_stacks": [{"name": n, "bullets": [{"text": text} for text in t]} for n, t in stacks]},
        {"Main": dict(stacks)},
    ]
    json_lines(sheet, sheet.rng.choice(forms), stacks)
    return "json"


def yaml_text(sheet: Sheet, stacks: list[Stack]) -> str:
    rng = sheet.rng
    records = rng.random() < 0.3
    for name, texts in stacks:
        key = json.dumps(name) if name[0] in ".|" or "#" in name or rng.random() < 0.3 else name
        sheet.write(f"- technology: {key}" if records else f"{key}:")
        if records:
            sheet.write("  points:")
        lead = "    - " if records else rng.choice(["  - ", "- "])
        for text in texts:
            quoted = ": " in text or " #" in text or text[0] == "“" or rng.random() < 0.3
            single = "'" + text.replace("'", "''") + "'"
            written = rng.choice([json.dumps(text, ensure_ascii=False), single]) if quoted else text
            sheet.expect(name, text, sheet.write(lead + written))
    return "yaml"


def table_text(sheet: Sheet, stacks: list[Stack]) -> str:
    rng = sheet.rng
    delimiter, ending = rng.choice([(",", "csv"), (";", "csv"), ("\t", "tsv"), (",", "txt"), ("\t", "txt")])
    swapped, merged, header = rng.random() < 0.2, rng.random() < 0.3, rng.random() < 0.8
    names = rng.choice([("technology", "point"), ("Tech Stack", "Bullet Points"), ("Skill", "Description")])
    if header or swapped or merged:
        sheet.write(delimiter.join(reversed(names) if swapped else names))
    for name, texts in stacks:
        for at, text in enumerate(texts):
            row = ["" if merged and at else name, text]
            buffer = io.StringIO()
            csv.writer(buffer, delimiter=delimiter, lineterminator="").writerow(row[::-1] if swapped else row)
            sheet.expect(name, text, sheet.write(buffer.getvalue()))
    return ending


def drawn_table(sheet: Sheet, stacks: list[Stack]) -> str:
    outer = sheet.rng.random() < 0.7
    rows = [("Technology", "Points"), *((name, text) for name, texts in stacks for text in texts)]
    wide = max(len(name) for name, _ in rows)
    for at, (name, text) in enumerate(rows):
        row = f"{name:<{wide}} | {text}"
        line = sheet.write(f"| {row} |" if outer else row)
        if at:
            sheet.expect(name, text, line)
        else:
            sheet.write(f"|{'-' * (wide + 2)}|---|" if outer else f"{'-' * wide} | ---")
    return "md"


def loose_wrapped(sheet: Sheet, stacks: list[Stack]) -> str:
    """Plain lines, wrapped by a mail program, with a gap between stacks."""
    for at, (name, texts) in enumerate(stacks):
        if at:
            sheet.write("")
        sheet.write(name)
        for text in texts:
            sheet.wrapped(name, text, "", "", 78)
    return "txt"


def loose_spaced(sheet: Sheet, stacks: list[Stack]) -> str:
    """A blank line after every line, as pasted from a word processor."""
    for name, texts in stacks:
        sheet.write(name)
        sheet.write("")
        for text in texts:
            sheet.expect(name, text, sheet.write(text))
            sheet.write("")
    return "txt"


def titled(sheet: Sheet, stacks: list[Stack]) -> str:
    """`Redis: Built …` in every line."""
    bullet = sheet.rng.choice(["", "", "- ", "• "])
    for name, texts in stacks:
        shown = f"**{name}:**" if bullet and sheet.rng.random() < 0.3 else f"{name}:"
        for text in texts:
            sheet.expect(name, text, sheet.write(f"{bullet}{shown} {text}"))
    return "txt"


def chat(sheet: Sheet, stacks: list[Stack]) -> str:
    """The answer of a chat tool, copied whole."""
    rng = sheet.rng
    sheet.write(
        rng.choice(["Sure! Here are some bullet points you can use:", "Here are resume points for your stack:"])
    )
    sheet.write("")
    form = rng.choice(["### {}", "**{}**", "**{}:**", "{n}. **{}**", "## {n}. {}"])
    lead = rng.choice(["- ", "* ", "• "]) if not form.startswith("{n}") else "   - "
    for at, (name, texts) in enumerate(stacks):
        sheet.write(form.format(name, n=at + 1))
        for text in texts:
            head, _, rest = text.partition(" ")
            bold = rng.random() < 0.3 and rest
            sheet.expect(name, text, sheet.write(lead + (f"**{head}** {rest}" if bold else text)))
        sheet.write("")
        if rng.random() < 0.2:
            sheet.write("---")
    sheet.write(rng.choice(["Let me know if you'd like more!", "Would you like me to tailor these?"]))
    return "txt"


def mixed(sheet: Sheet, stacks: list[Stack]) -> str:
    for at, (name, texts) in enumerate(stacks):
        if at:
            sheet.write("")
        MIXED[sheet.rng.choice(list(MIXED))](sheet, name, texts)
    return "txt"


Whole = Callable[[Sheet, list[Stack]], str]
WHOLES: dict[str, Whole] = {
    "JSON": json_text, "YAML": yaml_text, "CSV, TSV": table_text, "drawn table": drawn_table,
    "loose, wrapped": loose_wrapped, "loose, spaced": loose_spaced, "titled": titled, "chat": chat, "mixed": mixed,
}  # fmt: skip
SHAPES = (*BLOCKS, *WHOLES, "mixed", "mixed")


def make_text(seed: int) -> MadeText:
    """One text; its shape goes round with the seed."""
    rng = WidthRandom(seed)
    rng.width = rng.choice([64, 72, 78, 90])
    shape = SHAPES[seed % len(SHAPES)]
    sheet = Sheet(rng)
    stacks = some_stacks(rng, plain=shape in ("loose", "loose, spaced", "titled"))
    if shape in WHOLES:
        ending = WHOLES[shape](sheet, stacks)
    else:
        ending = "txt"
        write_blocks(sheet, shape, stacks)
    return MadeText(shape, encoded(rng, sheet.lines, ending), f"points.{ending}", tuple(sheet.points))


def write_blocks(sheet: Sheet, shape: str, stacks: list[Stack]) -> None:
    rng = sheet.rng
    if rng.random() < 0.2:
        stacks = split_first(stacks)
    if rng.random() < 0.15:
        stacks[0][1].append(stacks[0][1][0])
    between = 1 if shape in NEEDS_GAP else rng.choice([0, 1, 1, 1, 2])
    for at, (name, texts) in enumerate(stacks):
        for _ in range(between if at else rng.choice([0, 0, 0, 1])):
            sheet.write("")
        BLOCKS[shape](sheet, name, texts)


def split_first(stacks: list[Stack]) -> list[Stack]:
    """The first technology again at the end, with the rest of its points."""
    name, texts = stacks[0]
    return [(name, texts[:1]), *stacks[1:], (name, texts[1:])] if len(stacks) > 1 else stacks


def encoded(rng: random.Random, lines: list[str], ending: str) -> bytes:
    """The bytes as one of several programs saves them."""
    if ending == "txt":
        litter = rng.random()
        if litter < 0.08:
            lines = [line.replace(" ", "\u00a0", 1) for line in lines]
        elif litter < 0.16:
            lines = [line.replace(" ", " \u200b", 1) for line in lines]
        elif litter < 0.24:
            lines = [line + rng.choice(["", "  ", "\t", "\u00a0"]) for line in lines]
    text = rng.choice(["\n", "\n", "\r\n"]).join(lines) + rng.choice(["", "\n", "\n\n"])
    encoding = rng.choice(["utf-8"] * 6 + ["utf-8-sig", "utf-16"])
    return text.encode(encoding)
