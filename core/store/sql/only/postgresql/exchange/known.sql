-- Only PostgreSQL: what a desk compares its own file with. These events (ids parted by commas), held ones too; the columns in
-- the order of events_of_customer_whole.
SELECT e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium, e.direction, e.outcome,
       e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM event e
WHERE e.id = ANY (string_to_array(:ids, ','))
