-- The founding schema. Portable between SQLite and PostgreSQL: ids TEXT (UUID), instants BIGINT (microseconds UTC),
-- enums TEXT in the words of core/history. Every table that will be shared has rooftop_id first in its key or index.
-- "derived" means: a pure function of table event, written in the same transaction; `beback check` proves it.

-- The history: the truth. Only ever added to (see 0002).
CREATE TABLE event (
    id          TEXT PRIMARY KEY,
    rooftop_id  INTEGER NOT NULL,
    customer_id TEXT NOT NULL,
    lead_id     TEXT,
    origin      TEXT NOT NULL,
    n           BIGINT NOT NULL,
    hlc         BIGINT NOT NULL,
    kind        TEXT NOT NULL,
    version     INTEGER NOT NULL,
    medium      TEXT,
    direction   TEXT,
    outcome     TEXT,
    occurred_at BIGINT NOT NULL,
    recorded_at BIGINT NOT NULL,
    actor       TEXT NOT NULL,
    station     TEXT NOT NULL,
    body        TEXT NOT NULL,
    UNIQUE (origin, n)
);
--;;
CREATE INDEX event_of_customer ON event (rooftop_id, customer_id, hlc);
--;;
CREATE INDEX event_of_actor ON event (rooftop_id, actor, recorded_at);
--;;
-- This desk's own counters: one row.
CREATE TABLE desk (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    origin   TEXT NOT NULL,
    last_n   BIGINT NOT NULL,
    last_hlc BIGINT NOT NULL
);
--;;
-- Small facts of this store: "training", "demo", "last_login", "watched_folder", "draft/<key>", "csv_mapping/<name>".
CREATE TABLE setting (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
--;;
CREATE TABLE rooftop (
    id       INTEGER PRIMARY KEY,
    name     TEXT NOT NULL,
    street   TEXT NOT NULL,
    city     TEXT NOT NULL,
    region   TEXT NOT NULL,
    postcode TEXT NOT NULL,
    zone     TEXT NOT NULL,
    phone    TEXT NOT NULL,
    email    TEXT NOT NULL
);
--;;
CREATE TABLE app_user (
    login      TEXT PRIMARY KEY,
    rooftop_id INTEGER NOT NULL,
    name       TEXT NOT NULL,
    role       TEXT NOT NULL CHECK (role IN ('agent', 'manager')),
    active     BOOLEAN NOT NULL
);
--;;
-- Plans by version, as JSON (resources/plans). Never changed once a lead may stand on them.
CREATE TABLE plan (
    id      TEXT NOT NULL,
    version INTEGER NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (id, version)
);
--;;
-- derived: the person.
CREATE TABLE customer (
    id          TEXT PRIMARY KEY,
    rooftop_id  INTEGER NOT NULL,
    name        TEXT NOT NULL,
    match_key   TEXT NOT NULL, -- "name|postcode" folded for comparing; empty when one is unknown
    city        TEXT NOT NULL,
    region      TEXT NOT NULL,
    zones       TEXT NOT NULL, -- IANA names parted by blanks, sorted; empty: unknown
    refused     BOOLEAN NOT NULL -- the whole person asked not to be contacted
);
--;;
CREATE INDEX customer_match ON customer (rooftop_id, match_key) WHERE match_key <> '';
--;;
-- derived: how a person is reached; what intake finds people by.
CREATE TABLE contact_point (
    customer_id TEXT NOT NULL,
    kind        TEXT NOT NULL, -- phone, email
    value       TEXT NOT NULL,
    rooftop_id  INTEGER NOT NULL,
    label       TEXT NOT NULL,
    PRIMARY KEY (customer_id, kind, value)
);
--;;
CREATE INDEX contact_point_value ON contact_point (rooftop_id, kind, value);
--;;
-- derived: one interest, as lists show it.
CREATE TABLE lead (
    id              TEXT PRIMARY KEY,
    rooftop_id      INTEGER NOT NULL,
    customer_id     TEXT NOT NULL,
    status          TEXT NOT NULL,
    source          TEXT NOT NULL,
    owner           TEXT NOT NULL,
    vehicle         TEXT NOT NULL,
    stock           TEXT NOT NULL,
    vin             TEXT NOT NULL,
    arrived_at      BIGINT NOT NULL,
    plan_id         TEXT NOT NULL,
    plan_version    INTEGER NOT NULL,
    steps_done      INTEGER NOT NULL,
    attempts        INTEGER NOT NULL,
    reached         INTEGER NOT NULL,
    marks           TEXT NOT NULL, -- the last eight, marksToText()
    last_attempt_at BIGINT NOT NULL, -- 0: never
    last_reply_at   BIGINT NOT NULL, -- 0: never
    waiting_reply   TEXT NOT NULL, -- medium they wrote by and nobody answered; empty: none
    promise_at      BIGINT NOT NULL, -- 0: none
    promise_by      TEXT NOT NULL,
    appointment_at  BIGINT NOT NULL -- 0: none
);
--;;
CREATE INDEX lead_of_customer ON lead (rooftop_id, customer_id, arrived_at);
--;;
-- derived: the queue, narrow: one row a person, for the lead to work next. "gate" names the zones that must all be
-- inside calling hours ("America/Chicago America/New_York"; empty: any hour will do).
CREATE TABLE queue (
    customer_id TEXT PRIMARY KEY,
    rooftop_id  INTEGER NOT NULL,
    lead_id     TEXT NOT NULL,
    owner       TEXT NOT NULL, -- empty: anybody
    band        INTEGER NOT NULL,
    gate        TEXT NOT NULL, -- "?": unknown zones
    due_at      BIGINT NOT NULL,
    medium      TEXT NOT NULL,
    step        INTEGER NOT NULL,
    steps       INTEGER NOT NULL
);
--;;
CREATE INDEX queue_order ON queue (rooftop_id, owner, band, gate, due_at, customer_id);
--;;
-- derived: how many rows each gate has, so that a claim looks only at gates that exist.
CREATE TABLE queue_gate (
    rooftop_id INTEGER NOT NULL,
    owner      TEXT NOT NULL,
    band       INTEGER NOT NULL,
    gate       TEXT NOT NULL,
    rows       BIGINT NOT NULL,
    PRIMARY KEY (rooftop_id, owner, band, gate)
);
--;;
-- derived: identities of what came in, so that the same thing is taken once.
CREATE TABLE intake_key (
    rooftop_id  INTEGER NOT NULL,
    value       TEXT NOT NULL,
    customer_id TEXT NOT NULL,
    PRIMARY KEY (rooftop_id, value)
);
--;;
-- derived: what search looks at, one row a person (the index over it belongs to the engine).
CREATE TABLE search_doc (
    doc         INTEGER PRIMARY KEY,
    customer_id TEXT NOT NULL UNIQUE,
    rooftop_id  INTEGER NOT NULL,
    body        TEXT NOT NULL
);
--;;
CREATE INDEX search_doc_begins ON search_doc (body);
--;;
-- Not derived: who has whom now. A person, not a lead. Epochs only grow.
CREATE TABLE claim (
    customer_id TEXT PRIMARY KEY,
    rooftop_id  INTEGER NOT NULL,
    lead_id     TEXT NOT NULL,
    login       TEXT NOT NULL, -- empty: released
    epoch       BIGINT NOT NULL,
    until       BIGINT NOT NULL,
    since       BIGINT NOT NULL
);
--;;
CREATE INDEX claim_of_login ON claim (rooftop_id, login, until);
--;;
-- Input that could not be taken, whole, with the reason; never thrown away by the program.
CREATE TABLE quarantine (
    id         TEXT PRIMARY KEY,
    rooftop_id INTEGER NOT NULL,
    at         BIGINT NOT NULL,
    source     TEXT NOT NULL,
    format     TEXT NOT NULL,
    reason     TEXT NOT NULL,
    digest     TEXT NOT NULL, -- SHA-256 of the content, hex: the same refusal is kept once
    encoding   TEXT NOT NULL, -- text, base64
    content    TEXT NOT NULL,
    status     TEXT NOT NULL, -- open, taken, discarded
    status_why TEXT NOT NULL,
    UNIQUE (rooftop_id, digest)
);
