-- What a store says besides, or instead of, the words that come with Beback: templates, empty phrases, call guides, solutions. Only
-- added to: the newest version of each counts, and those before say what stood there, by whom and why.
CREATE TABLE own_words (
    rooftop_id INTEGER NOT NULL,
    kind       TEXT NOT NULL,    -- template, phrases, guide, solutions
    id         TEXT NOT NULL,    -- "inquiry.first/text/en/1", "en", "fresh-internet", "price"
    version    INTEGER NOT NULL,
    body       TEXT NOT NULL,    -- as in the file it could be exported to; empty: as shipped
    reason     TEXT NOT NULL,
    by_login   TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (rooftop_id, kind, id, version)
);
