-- What managers said about what they have to do themselves (core/report/duty.h): one set for somebody, done, or left out and why. Only
-- added to: a duty is set once and ended once. Those that follow from facts are worked out anew, and only their end stands here.
CREATE TABLE duty_word (
    rooftop_id INTEGER NOT NULL,
    duty       TEXT NOT NULL,    -- Duty::id
    ends       BOOLEAN NOT NULL, -- done or left_out
    says       TEXT NOT NULL,    -- set, done, left_out
    who        TEXT NOT NULL,    -- login of the manager who has to do it; empty: whoever is first
    lead_id    TEXT,             -- which lead it is about; NULL: none
    due_at     BIGINT NOT NULL,
    text       TEXT NOT NULL,    -- set: what is to be done; left_out: why; done: empty
    by_login   TEXT NOT NULL,    -- who said it
    at         BIGINT NOT NULL,  -- when
    PRIMARY KEY (rooftop_id, duty, ends)
);
