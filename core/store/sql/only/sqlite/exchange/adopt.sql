-- Only SQLite: a desk's own store takes over an event from the shared database, once.
INSERT INTO event (id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at, recorded_at, actor, station, body)
VALUES (:id, :rooftop_id, :customer_id, :lead_id, :origin, :n, :hlc, :kind, :version, :medium, :direction, :outcome,
        :occurred_at, :recorded_at, :actor, :station, :body)
ON CONFLICT (id) DO NOTHING
