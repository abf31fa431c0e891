-- What the people of a site (or :actor alone) did between two moments of recording: attempts, appointments and replies; and
-- what anybody took back; without what the guard held, in canonical order. The body only where something is read from it:
-- what a correction undoes, the Hour of Power an attempt belongs to, and the other department it was made by.
SELECT id, kind, actor, customer_id, lead_id, medium, outcome, occurred_at,
       CASE WHEN kind = 'corrected' OR body LIKE '%"hour"%' OR body LIKE '%"department"%' THEN body ELSE '' END
FROM (
    SELECT e.id, e.hlc, e.kind, e.actor, e.customer_id, e.lead_id, e.medium, e.outcome, e.occurred_at, e.body
    FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who
    JOIN event e ON e.rooftop_id = :rooftop_id AND e.actor = who.login AND e.recorded_at >= :since AND e.recorded_at < :until
    WHERE e.kind IN ('attempt', 'appointment_set', 'reply') AND (:actor = '' OR who.login = :actor)
    UNION ALL
    SELECT c.id, c.hlc, c.kind, c.actor, c.customer_id, c.lead_id, c.medium, c.outcome, c.occurred_at, c.body
    FROM event c
    WHERE c.rooftop_id = :rooftop_id AND c.kind = 'corrected' AND c.recorded_at >= :since AND c.recorded_at < :until
) AS done
WHERE NOT EXISTS (SELECT 1 FROM event_flag h WHERE h.held)
   OR NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = done.id AND f.held)
ORDER BY hlc, id
