-- What a manager is changing: a draft of a plan, kept until it is switched on (it becomes a row of table plan then) or dropped.
CREATE TABLE plan_draft (
    rooftop_id INTEGER NOT NULL,
    id         TEXT NOT NULL,
    body       TEXT NOT NULL,
    by_login   TEXT NOT NULL,
    at         BIGINT NOT NULL,
    PRIMARY KEY (rooftop_id, id)
);
--;;
-- On which plan new leads of a kind of source begin, by whom and since when. Only added to; the last word of a kind counts,
-- and a kind without any begins on the plan that was shipped for it.
CREATE TABLE plan_begins (
    rooftop_id INTEGER NOT NULL,
    kind       TEXT NOT NULL, -- internet, phone, showroom
    at         BIGINT NOT NULL,
    plan_id    TEXT NOT NULL,
    by_login   TEXT NOT NULL,
    PRIMARY KEY (rooftop_id, kind, at)
);
