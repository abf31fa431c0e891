-- What managers' duties follow from or end by: attempts, steps left out, closings and wishes for no contact, recorded since then, by when
-- they happened; what is held counts nowhere. The body only where something is read from it. Along the index of what each person did; and
-- along one of its own what reaches further (DutyReachDays): what was promised for weeks later, and what was sold.
SELECT e.id, e.kind, e.actor, e.customer_id, e.lead_id, e.medium, e.outcome, e.occurred_at, c.name,
       CASE WHEN e.kind <> 'attempt' OR e.outcome = 'asked_to_stop' OR e.body LIKE '%"next_at"%' OR e.body LIKE '%"department"%'
                 OR e.body LIKE '%"because"%' THEN e.body ELSE '' END
FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who CROSS JOIN event e
JOIN customer c ON c.id = e.customer_id
WHERE e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since
  AND e.kind IN ('attempt', 'lead_closed', 'skipped', 'dnc_set')
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
UNION ALL
SELECT e.id, e.kind, e.actor, e.customer_id, e.lead_id, e.medium, e.outcome, e.occurred_at, c.name, e.body
FROM event e CROSS JOIN customer c
WHERE e.rooftop_id = :rooftop_id AND e.recorded_at >= :far AND e.recorded_at < :since
  AND e.kind IN ('attempt', 'lead_closed') AND (e.body LIKE '%"next_at"%' OR e.body LIKE '%"sold"%')
  AND c.id = e.customer_id
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY 8, 1
