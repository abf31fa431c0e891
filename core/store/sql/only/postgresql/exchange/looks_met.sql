-- Only PostgreSQL: the guard. What may tell of two truths that met: when it came in, when its desk had reached the database before, the name
-- of the person; then the event's columns, in the order of events_of_customer_whole.
SELECT received_at, reached_at, name, id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome,
       occurred_at, recorded_at, actor, station, body
FROM met_events(CAST(:rooftop_id AS INTEGER), :since)
