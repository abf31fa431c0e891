-- What a store says in its own words besides the shipped ones (core/words/word_shelf.h): messages, call guides, solutions and the
-- phrases that say nothing. Only added to: the newest version of an id counts, and those before say what was said then, by whom
-- and why.
CREATE TABLE own_words (
    rooftop_id INTEGER NOT NULL,
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    version    INTEGER NOT NULL,
    body       TEXT NOT NULL,   -- empty: as shipped
    shipped    TEXT NOT NULL,   -- digest of the shipped words it was said about; empty: none were
    reason     TEXT NOT NULL,
    by_login   TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (rooftop_id, kind, id, version)
);
