"""Words that tell what a line of tech-stack text is. None of them names a technology: those are told by their shape."""

# fmt: off
FUNCTION_WORDS = frozenset({
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "over", "per", "the", "to",
    "via", "vs", "with", "&", "/", "+", "-", "–", "—",
})
"""Written small inside of names; no sentence ends with one."""

UNFINISHED = FUNCTION_WORDS | {
    "after", "before", "between", "during", "including", "its", "such", "that", "their", "through", "using", "which",
    "while", "within", "without",
}
"""A line that ends with one of these goes on in the next line."""

PAST_TENSES = frozenset({
    "began", "bought", "brought", "built", "caught", "chose", "cut", "did", "drew", "drove", "fed", "fought", "found",
    "gave", "got", "grew", "held", "hit", "kept", "laid", "led", "made", "met", "overcame", "oversaw", "paid", "put",
    "ran", "rebuilt", "rewrote", "sent", "set", "shot", "shut", "sold", "sped", "spent", "split", "spoke", "spun",
    "stood", "swept", "taught", "threw", "took", "undertook", "underwent", "upheld", "withdrew", "won", "wrote",
})
"""Points begin with something done; besides words in -ed these. No technology's name begins so."""

LABELS = frozenset({
    "accomplishments", "achievements", "bullet points", "bullets", "description", "details", "duties", "examples",
    "highlights", "key accomplishments", "key achievements", "key highlights", "key points", "key responsibilities",
    "my skills", "my tech stack", "points", "responsibilities", "resume bullets", "resume points",
    "roles and responsibilities", "sample points", "skills", "tasks", "tech stack", "tech stacks", "technical skills",
    "technologies", "technology stack",
})
"""Headings that say what follows, not which technology it belongs to."""

CHATTER = (
    "absolutely", "below are", "certainly", "do you want", "feel free", "happy to help", "here are", "here is",
    "here you", "here's", "here’s", "hope this", "i hope", "let me know", "of course", "please let", "sure",
    "these points", "would you like",
)
"""How a chat tool begins what it says around the points."""

TO_THE_READER = frozenset({"you", "your", "you'd", "you’d", "you'll", "you’ll", "you're", "you’re"})
"""Points never speak to their reader."""

TECHNOLOGY_NAMES = frozenset({
    "area", "category", "framework", "heading", "language", "name", "platform", "skill", "skillname", "skills", "stack",
    "tech", "technologies", "technology", "technologyname", "techname", "techstack", "title", "tool", "topic",
})
"""Keys and columns that hold technologies, as letters and digits only."""

POINT_NAMES = frozenset({
    "accomplishment", "accomplishments", "achievement", "achievements", "bullet", "bulletpoint", "bulletpoints",
    "bullets", "content", "description", "descriptions", "detail", "details", "duties", "example", "examples",
    "experience", "highlight", "highlights", "point", "points", "pointtext", "responsibilities", "responsibility",
    "sentence", "sentences", "statement", "statements", "task", "tasks", "text",
})
"""Keys and columns that hold points."""

WRAPPERS = frozenset({
    "bank", "data", "entries", "items", "pointbank", "results", "skills", "stacks", "technologies", "techstack",
    "techstacks",
})
"""Keys that hold all stacks."""
# fmt: on


def role_of(name: str) -> str:
    """The name of a key or column as it is compared: letters and digits only, small."""
    return "".join(filter(str.isalnum, name.casefold()))
