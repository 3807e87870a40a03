"""Documents broken by chance: the answer is a refusal of ours or all promises, soon and in little memory.

    seed  ->  broken_document()  ->  check()  ->  "refused: code" | "customized" | a finding

    PYTHONPATH=tests python tests/faults/mutations.py --seconds 300 [--seed 1] [--count 1000]

Good documents of the builders are broken at every level: bytes, ZIP members, XML, and whole stories made of odd
fragments. Runs under limits of its own: 10 seconds for each document, 1 GB for all. Prints what became of them as
JSON; ends with 1 when there was a finding, which is kept in `out/fuzz/`.
"""

import argparse
import json
import re
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from random import Random

from builders import ALL_SHAPES
from builders.eyes import members_of
from builders.putting import REVIEWER, put
from builders.zips import Member, zip_bytes
from resume_customizer.core.errors import PromiseBroken, ResumeCustomizerError
from resume_customizer.core.points import Point, PointBank, TechStack
from resume_customizer.resume.reader import open_document
from resume_customizer.resume.verifier import undo, verify
from resume_customizer.resume.writer import Written
from resume_customizer.services.documents.customizing import customize
from resume_customizer.services.documents.instructions import Instructions

STORY = "word/document.xml"
SECONDS, MEMORY = 10, 1_000_000_000
FOLDER = Path("out") / "fuzz"
BANK = PointBank((TechStack("Kafka", (Point("Moved events <&> to “topics”.", 2), Point("Wrote a replay tool.", 3))),))
BYTES = (
    b"\x00",
    b"\xff",
    b"<",
    b">",
    b"&",
    b'"',
    b"/",
    b"]]>",
    b"<!--",
    b"-->",
    b"<![CDATA[",
    b"&#0;",
    b"PK\x05\x06",
    b"\xed\xa0\x80",
)
FRAGMENTS = (
    *"""
<w:p>{}</w:p>
<w:p w14:paraId='00000001'>{}</w:p>
<w:p/>
<w:r>{}</w:r>
<w:t>• Built &amp; ran</w:t>
<w:t xml:space='preserve'/>
<w:r><w:t>{}</w:t></w:r>
<w:pPr>{}</w:pPr>
<w:pPr><w:pStyle w:val='ListBullet'/>{}</w:pPr>
<w:rPr><w:b/>{}</w:rPr>
<w:rPr>{}</w:rPr>
<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>
<w:numPr><w:numId w:val='99'/></w:numPr>
<w:sectPr>{}</w:sectPr>
<w:tbl>{}</w:tbl>
<w:tr>{}</w:tr>
<w:tc>{}</w:tc>
<w:tc><w:p/>{}</w:tc>
<w:sdt>{}</w:sdt>
<w:sdtPr><w:text/>{}</w:sdtPr>
<w:sdtContent>{}</w:sdtContent>
<w:txbxContent>{}</w:txbxContent>
<mc:AlternateContent>{}</mc:AlternateContent>
<mc:Choice Requires='wps'>{}</mc:Choice>
<mc:Fallback>{}</mc:Fallback>
<w:del w:id='1'>{}</w:del>
<w:ins w:id='2'>{}</w:ins>
<w:moveFrom>{}</w:moveFrom>
<w:moveTo>{}</w:moveTo>
<w:hyperlink>{}</w:hyperlink>
<w:rPr><w:del w:id='3'/></w:rPr>
<w:pPrChange>{}</w:pPrChange>
<w:rPrChange>{}</w:rPrChange>
<w:bookmarkEnd w:id='1'/>
<w:bookmarkStart w:id='1'/>
<w:commentRangeEnd w:id='1'></w:commentRangeEnd>
<w:tab/>
<w:br/>
<w:br w:type='page'/>
<w:sym w:char='F0B7'/>
<w:sym w:char='F0A7'></w:sym>
<!-- {} -->
<![CDATA[{}]]>
<?odd {} ?>
text
<a:p>{}</a:p>
<w:customXml>{}</w:customXml>
<w:smartTag>{}</w:smartTag>
<w:p><w:r><w:t>Java Developer | Acme | Jan 2021 – Present</w:t></w:r></w:p>
<w:p><w:r><w:t>• Built services.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>Experience</w:t></w:r></w:p>
<w:pPr><w:framePr/></w:pPr>
<w:vanish/>
<w:fldSimple w:instr='X'>{}</w:fldSimple>
""".strip().split("\n"),
    "  \n",
    "&#x2022;\t",
)
"""Pieces of stories; `{}` is where others may stand."""
ROOT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:a="urn:a" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"><w:body>{}</w:body></w:document>'
)
Choose = Callable[[int], int]
"""A number from 0 to below this one."""


def story_from(choose: Choose) -> bytes:
    """A well-formed story of odd fragments in odd places."""
    made = "{}"
    for _ in range(1 + choose(30)):
        holes = [found.start() for found in re.finditer(r"\{\}", made)]
        at = holes[choose(len(holes))]
        piece = FRAGMENTS[choose(len(FRAGMENTS))]
        inside = made[:at].rfind("<!"), made[:at].rfind("<?")
        if max(inside) > max(made[:at].rfind("]]>"), made[:at].rfind("-->"), made[:at].rfind("?>"), -1):
            piece = "words"  # what stands in a comment, section or instruction is no markup
        more = "{}" if choose(3) else ""
        made = made[:at] + piece + more + made[at + 2 :]
        if "{}" not in made:
            made += "{}"
    return ROOT.format(made.replace("{}", "")).encode()


def broken_document(random: Random) -> tuple[str, bytes]:
    """One of the builders' documents, broken in one way or more; and in which."""
    sample = random.choice(ALL_SHAPES)
    kind = random.choice(tuple(WAYS))
    return f"{kind} of {sample.name}", WAYS[kind](sample.data, random)


def _flipped(content: bytes, random: Random) -> bytes:
    made = bytearray(content)
    for _ in range(random.choice((1, 1, 2, 8))):
        made[random.randrange(len(made))] ^= 1 << random.randrange(8)
    return bytes(made)


def _cut(content: bytes, random: Random) -> bytes:
    at = random.randrange(len(content))
    return content[:at] if random.random() < 0.5 else content[:at] + content[at + random.randrange(1, 200) :]


def _spliced(content: bytes, random: Random) -> bytes:
    other = random.choice(ALL_SHAPES).data
    return content[: random.randrange(len(content))] + other[random.randrange(len(other)) :]


def _edited(content: bytes, random: Random) -> bytes:
    """Some bytes of an XML part put in, taken out or doubled."""
    made = content
    for _ in range(random.choice((1, 1, 2, 5))):
        at = random.randrange(len(made) + 1)
        end = min(len(made), at + random.randrange(60))
        piece = random.choice((random.choice(BYTES), made[at:end], b""))
        made = made[:at] + piece + made[end if random.random() < 0.5 else at :]
    return made


def _rearranged(content: bytes, random: Random) -> bytes:
    """Elements of an XML part doubled, taken out, moved or put into another, all tags still in pairs."""
    made = content
    for _ in range(random.choice((1, 2, 4))):
        elements = list(re.finditer(rb"<((?:\w+:)?\w+)\b[^<>]*(?:/>|>[^<>]*</\1>|>(?:<[^<>]*/>)*</\1>)", made))
        if not elements:
            break
        one, other = random.choice(elements), random.choice(elements)
        fragment = random.choice(FRAGMENTS).format("").encode()
        piece = random.choice((one[0], other[0], fragment, b""))
        made = made[: other.start()] + piece + made[random.choice((other.start(), other.end())) :]
    return made


def _in_part(change: Callable[[bytes, Random], bytes], *names: str) -> Callable[[bytes, Random], bytes]:
    """The change made to one part of a document, packed properly again."""

    def changed(content: bytes, random: Random) -> bytes:
        parts = members_of(content)
        wanted = [name for name in parts if parts[name] and (not names or name in names)]
        name = random.choice(wanted or [each for each in parts if parts[each]])
        return zip_bytes([Member(each, change(data, random) if each == name else data) for each, data in parts.items()])

    return changed


def _shuffled(content: bytes, random: Random) -> bytes:
    """Members that are gone, twice, under other names, or with each other's bytes."""
    members = [Member(name, data) for name, data in members_of(content).items()]
    one, other = random.randrange(len(members)), random.randrange(len(members))
    way = random.randrange(5)
    if way == 0:
        del members[one]
    elif way == 1:
        members.append(members[one])
    elif way == 2:
        members[one], members[other] = (
            Member(members[one].name, members[other].data),
            Member(members[other].name, members[one].data),
        )
    elif way == 3:
        members[one] = Member(
            _edited(members[one].name.encode(), random).decode("utf-8", "replace")[:200], members[one].data
        )
    else:
        random.shuffle(members)
    return zip_bytes(members)


def _odd_story(content: bytes, random: Random) -> bytes:
    story = story_from(random.randrange)
    return zip_bytes([Member(name, story if name == STORY else data) for name, data in members_of(content).items()])


WAYS: dict[str, Callable[[bytes, Random], bytes]] = {
    "flipped bits": _flipped,
    "a cut": _cut,
    "a splice": _spliced,
    "shuffled members": _shuffled,
    "an edited story": _in_part(_edited, STORY),
    "a rearranged story": _in_part(_rearranged, STORY),
    "flipped bits in the story": _in_part(_flipped, STORY),
    "an edited part": _in_part(_edited),
    "a rearranged part": _in_part(_rearranged, "word/styles.xml", "word/numbering.xml", "word/settings.xml"),
    "edited relationships": _in_part(_edited, "_rels/.rels", "word/_rels/document.xml.rels", "[Content_Types].xml"),
    "an odd story": _odd_story,
    "another odd story": _odd_story,
}


def check(content: bytes, random: Random) -> str:
    """What became of a document: a refusal, or an output for which every promise holds; raises for anything else."""
    try:
        done = customize(content, Instructions(bank=BANK))
        outcome = "customized" if done.written else "read"
        if done.written:
            _prove(content, done.written, random)
        lines = [each.index for each in open_document(content).lines]
        for after in {random.choice(lines) for _ in range(3)} if lines else ():
            _prove(content, put(content, after, revision=random.choice((None, REVIEWER))), random)
    except PromiseBroken:
        raise
    except ResumeCustomizerError as refusal:
        return f"refused: {refusal.code}"
    return outcome


def _prove(content: bytes, written: Written, random: Random) -> None:
    """Hold what was written to its promises, and a broken copy of it to being found."""
    for certificate in (written.certificate, None):
        found = verify(content, written.content, certificate)
        if not found.holds:
            raise PromiseBroken("fuzz", "; ".join(found.problems))
    if undo(written.content, written.certificate) != content:
        raise PromiseBroken("fuzz", "undo gives another file")
    broken = _flipped(written.content, random)
    if broken != written.content and verify(content, broken, written.certificate).holds:
        raise PromiseBroken("fuzz", "a broken copy is taken for the output")


def _late(*_: object) -> None:
    raise TimeoutError(f"more than {SECONDS} seconds")


def main() -> int:
    """Search until the time or the number is over."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--seconds", type=float, default=1e9)
    options.add_argument("--count", type=int, default=10**9)
    given = options.parse_args()
    import resource  # here, since other modules use what stands above on systems without it

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    signal.signal(signal.SIGALRM, _late)
    outcomes: Counter[str] = Counter()
    findings, slowest, end = [], 0.0, time.monotonic() + given.seconds
    for number in range(given.count):
        if time.monotonic() > end:
            break
        random = Random(f"{given.seed}-{number}")
        kind, content = broken_document(random)
        start = time.process_time()
        signal.alarm(SECONDS)
        try:
            outcomes[check(content, random)] += 1
        except Exception:  # noqa: BLE001 - anything at all is a finding
            findings.append(f"{given.seed}-{number}: {kind}\n{traceback.format_exc()[-1500:]}")
            FOLDER.mkdir(parents=True, exist_ok=True)
            (FOLDER / f"mutation-{given.seed}-{number}.docx").write_bytes(content)
        finally:
            signal.alarm(0)
        slowest = max(slowest, time.process_time() - start)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    report = {"outcomes": dict(outcomes.most_common()), "findings": findings[:10], "found": len(findings)}
    print(json.dumps(report | {"slowest_seconds": round(slowest, 2), "peak_mb": memory}, indent=2))  # noqa: T201
    return 1 if findings else 0


if __name__ == "__main__":
    sys.exit(main())
