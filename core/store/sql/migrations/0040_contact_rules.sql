-- What a store says about contact rules besides the shipped ones (core/plan/rule_book.h). Only added to: the newest version of
-- a rule counts, and those before say what held then, by whom and why.
CREATE TABLE contact_rule (
    rooftop_id INTEGER NOT NULL,
    id         TEXT NOT NULL,
    version    INTEGER NOT NULL,
    body       TEXT NOT NULL,   -- the rule as JSON; empty: as shipped
    shipped    TEXT NOT NULL,   -- digest of the shipped rule it was said about; empty: none was
    reason     TEXT NOT NULL,
    by_login   TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (rooftop_id, id, version)
);
