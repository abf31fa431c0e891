-- Only PostgreSQL: the guard. What may tell of two truths that met: when it came in, when its desk had reached the database before, the name
-- of the person; then the event's columns, in the order of events_of_customer_whole. :customers: of these people (ids parted by commas), as
-- far as another desk than :origin has told something of them since :begun; empty: of all.
WITH met AS (SELECT * FROM met_events(CAST(:rooftop_id AS INTEGER), :since))
SELECT received_at, reached_at, name, id, rooftop_id, customer_id, lead_id, origin, n, hlc, kind, version, medium, direction, outcome,
       occurred_at, recorded_at, actor, station, body
FROM met
WHERE :customers = '' OR customer_id IN (
    SELECT o.customer_id FROM met o
    WHERE o.customer_id = ANY (string_to_array(:customers, ',')) AND o.origin <> :origin AND o.received_at >= :begun)
ORDER BY customer_id, hlc, id
