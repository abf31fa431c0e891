-- Only PostgreSQL: the guard. The event's columns last, in the order of events_of_customer_whole.
SELECT last_n, stale, held, customer_id, lead_id, epoch, until, known,
       id, event_rooftop, event_customer, event_lead, origin, n, hlc, kind, version, medium, direction, outcome, occurred_at,
       recorded_at, actor, station, body
FROM push_and_claim(:origin, CAST(:events AS JSONB), CAST(:rows AS JSONB), CAST(:open AS TEXT[]), :lease)
