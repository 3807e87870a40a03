"""Full-text search: what each database needs for it, and the condition that finds a text.

    Kind.words  ->  PostgreSQL: a generated tsvector with a GIN index; SQLite: an FTS5 table kept up by triggers
    text  ->  find_words()  ->  each word begins a word of the record, in the workspace's part of the index only
    several words, PostgreSQL  ->  expected_rows()  ->  rarest_of(): looked up; what they find is asked for the others

The workspace is in the index too, so that a search reads that part of it which is the workspace's: in PostgreSQL it
stands in front of each word, in SQLite it is a word of its own.
PostgreSQL collects every record with a word before it looks at the next one, so that a common word beside a rare one
would cost what it costs alone: 50 ms for 100,000 records. Its own statistics say which is which.
Words are runs of letters and digits, in any case: "C++" is searched as "c", "Node.js" as "node" and "js".
"""

import re
from collections.abc import Sequence
from typing import Any, Final

import sqlalchemy as sa

MOST_WORDS: Final = 12
_WORD = re.compile(r"[^\W_]+")
COLUMN: Final = "search_vector"
"""Of PostgreSQL only; no query but a search names it."""
_MOST_CHARACTERS: Final = 60_000
"""Of a record that PostgreSQL finds words in: a vector has at most a megabyte."""
SUFFIX: Final = "_search"
_MUCH_COMMONER: Final = 10
"""So many times as many records: then a word is not looked up, but asked of the records that others find."""
_TOKENS: Final = '"unicode61 remove_diacritics 0"'


def find_words(text: str) -> tuple[str, ...]:
    """What is searched for, in the order of the text."""
    return tuple(dict.fromkeys(word.lower() for word in _WORD.findall(text[:1000])))[:MOST_WORDS]


def postgres_statements(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """What makes a table searchable in PostgreSQL."""
    parts = " || ' ' || ".join(f"coalesce({column}::text, '')" for column in columns)
    bare = f"regexp_replace(left({parts}, {_MOST_CHARACTERS}), '[^[:alnum:]]+', ' ', 'g')"
    marked = f"regexp_replace({bare}, '([[:alnum:]]+)', 'w' || replace(workspace_id::text, '-', '') || '\\1', 'g')"
    vector = f"to_tsvector('simple'::regconfig, {marked})"
    return (
        f"ALTER TABLE {table} ADD COLUMN {COLUMN} tsvector GENERATED ALWAYS AS ({vector}) STORED",
        f"CREATE INDEX ix_{table}{SUFFIX} ON {table} USING gin ({COLUMN})",
    )


def sqlite_statements(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """What makes a table searchable in SQLite."""
    name = f"{table}{SUFFIX}"
    words = " || ' ' || ".join(f"coalesce(new.{column}, '')" for column in columns)
    add = (
        f"INSERT INTO {name} (id, record, workspace, words) "  # noqa: S608 - names of the schema
        f"VALUES (new.id, replace(new.id, '-', ''), replace(new.workspace_id, '-', ''), {words});"
    )
    # By its word, not by its column: the index finds it at once, and no row number has to stay what it was.
    remove = f"""DELETE FROM {name} WHERE {name} MATCH 'record:"' || replace(old.id, '-', '') || '"';"""  # noqa: S608
    return (
        f"CREATE VIRTUAL TABLE {name} USING fts5(id UNINDEXED, record, workspace, words, tokenize={_TOKENS})",
        f"CREATE TRIGGER {name}_add AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {name}_remove AFTER DELETE ON {table} BEGIN {remove} END",
        f"CREATE TRIGGER {name}_change AFTER UPDATE OF {', '.join(columns)} ON {table} BEGIN {remove} {add} END",
    )


def statements(dialect: str, table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """What makes a table searchable."""
    return (postgres_statements if dialect == "postgresql" else sqlite_statements)(table, columns)


def expected_rows(table: sa.Table, workspace_id: str, words: tuple[str, ...]) -> sa.TextClause:
    """The question how many records each word may find; PostgreSQL answers from its statistics, without looking."""
    found = f"SELECT 1 FROM {table.name} WHERE {COLUMN} @@ to_tsquery('simple', :"  # noqa: S608 - names of the schema
    values = {f"word_{at}": _begins(workspace_id, word) for at, word in enumerate(words)}
    return sa.text(f"EXPLAIN (FORMAT JSON) {' UNION ALL '.join(f'{found}{each})' for each in values)}").bindparams(
        **values
    )


def rarest_of(words: tuple[str, ...], answer: Sequence[Any]) -> tuple[str, ...]:
    """The words to look up: none of them is much commoner than the rarest."""
    rows = [each["Plan Rows"] for each in answer[0]["Plan"]["Plans"]]
    return tuple(word for word, found in zip(words, rows, strict=True) if found <= _MUCH_COMMONER * min(rows))


def has_words(
    dialect: str, table: sa.Table, workspace_id: str, words: tuple[str, ...], looked_up: tuple[str, ...]
) -> sa.ColumnElement[bool]:
    """The condition that a record has them all; where PostgreSQL finds those `looked_up`, it asks for the others."""
    if dialect == "postgresql":
        vector: sa.ColumnClause[str] = sa.literal_column(f"{table.name}.{COLUMN}")
        is_found = vector.op("@@", is_comparison=True)(_query(workspace_id, looked_up))
        others = tuple(word for word in words if word not in looked_up)
        # As a function it is the same comparison, for which no index is used.
        return sa.and_(is_found, sa.func.ts_match_vq(vector, _query(workspace_id, others))) if others else is_found
    home = workspace_id.replace("-", "")
    query = f'workspace:"{home}" AND ' + " AND ".join(f'words:"{word}"*' for word in words)
    found = sa.table(f"{table.name}{SUFFIX}", sa.column("id"))
    matches = sa.literal_column(f"{table.name}{SUFFIX}").op("MATCH", is_comparison=True)(query)
    return table.c.id.in_(sa.select(found.c.id).where(matches))


def _query(workspace_id: str, words: tuple[str, ...]) -> sa.ColumnElement[Any]:
    query = " & ".join(_begins(workspace_id, word) for word in words)
    return sa.func.to_tsquery(sa.literal_column("'simple'::regconfig"), query)


def _begins(workspace_id: str, word: str) -> str:
    """A word of the workspace that begins so, in the language of PostgreSQL."""
    return f"'w{workspace_id.replace('-', '')}{word}':*"
