-- Only PostgreSQL: looked at as the guard left them. These events (ids parted by commas) without those that are held; the
-- columns in the order of events_of_customer_whole.
SELECT e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc, e.kind, e.version, e.medium, e.direction, e.outcome,
       e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM event e
WHERE e.id = ANY (string_to_array(:ids, ','))
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.customer_id, e.hlc, e.id
