-- What the shared database found about an event it was given. The event itself is never changed, and never refused: one
-- that its sender had no right to is held (kept, shown to managers, not folded); the others are only remarked upon.
CREATE TABLE event_flag (
    event_id   TEXT PRIMARY KEY,
    rooftop_id INTEGER NOT NULL,
    flag       TEXT NOT NULL, -- late (under a lapsed lease), not_yours (another rooftop's person), managers_only
    held       BOOLEAN NOT NULL
);
