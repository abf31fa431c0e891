-- Only PostgreSQL: the guard's remarks that nobody has looked at yet: all that is held, and what was remarked upon since then. Opt-outs first:
-- until somebody decides, nobody is kept from contacting these people. :customers: of these people (ids parted by commas), what :login wrote;
-- empty: all. The event's columns last, in the order of events_of_customer_whole.
SELECT f.flag, f.held, f.holder, f.holder_since, coalesce(c.name, ''), e.id, e.rooftop_id, e.customer_id, e.lead_id, e.origin, e.n, e.hlc,
       e.kind, e.version, e.medium, e.direction, e.outcome, e.occurred_at, e.recorded_at, e.actor, e.station, e.body
FROM event_flag f
JOIN event e ON e.id = f.event_id
LEFT JOIN customer c ON c.id = e.customer_id AND c.rooftop_id = e.rooftop_id
WHERE f.rooftop_id = :rooftop_id AND (f.held OR e.recorded_at >= :since)
  AND (:customers = '' OR (e.actor = :login AND e.customer_id = ANY (string_to_array(:customers, ','))))
  AND NOT EXISTS (SELECT 1 FROM look l WHERE l.rooftop_id = f.rooftop_id AND l.event_id = f.event_id AND l.what = f.flag)
ORDER BY NOT (f.held AND (e.kind = 'dnc_set' OR coalesce(e.outcome, '') = 'asked_to_stop')), e.recorded_at, e.id
LIMIT CAST(:limit AS BIGINT)
