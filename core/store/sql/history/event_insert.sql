INSERT INTO event (id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at, recorded_at, actor, station, body)
VALUES (:id, :rooftop_id, :customer_id, :lead_id, :origin, :n, :hlc, :kind, :version, :medium, :direction, :outcome,
        :occurred_at, :recorded_at, :actor, :station, :body)
