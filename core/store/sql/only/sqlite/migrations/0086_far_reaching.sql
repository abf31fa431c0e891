-- Only SQLite: PostgreSQL has the same index with a guard beside it, under this number. Promises and sales, which managers' duties follow
-- from or end by long after they were written down (report/duty_events).
CREATE INDEX event_far_reaching ON event (rooftop_id, recorded_at)
WHERE kind IN ('attempt', 'lead_closed') AND (body LIKE '%"next_at"%' OR body LIKE '%"sold"%');
