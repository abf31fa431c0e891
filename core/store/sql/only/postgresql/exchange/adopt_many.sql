-- Only PostgreSQL: many events at once, as an administrator moves them in from another store.
INSERT INTO event (id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at,
                   recorded_at, actor, station, body)
SELECT e.id, CAST(:rooftop_id AS INTEGER), e.customer_id, e.lead_id, :origin, e.n, e.hlc, e.kind, e.version, e.medium,
       e.direction, e.outcome, e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM jsonb_to_recordset(CAST(:events AS JSONB)) AS e (id TEXT, customer_id TEXT, lead_id TEXT, n BIGINT, hlc BIGINT, kind TEXT,
    version INTEGER, medium TEXT, direction TEXT, outcome TEXT, occurred_at BIGINT, recorded_at BIGINT, actor TEXT,
    station TEXT, body TEXT)
ON CONFLICT (id) DO NOTHING
