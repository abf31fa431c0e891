-- Only PostgreSQL: a JSON list is read differently. The histories of these people (:customers, a JSON list of ids), one after the other, each as
-- history/events_of_customer has it; columns as that has them, behind whose they are.
SELECT customer_id, id, lead_id, hlc, kind, medium, direction, outcome, occurred_at, actor, body
FROM event
WHERE rooftop_id = :rooftop_id AND customer_id IN (SELECT jsonb_array_elements_text(CAST(:customers AS JSONB)))
  AND (NOT EXISTS (SELECT 1 FROM event_flag h WHERE h.held)
       OR NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = event.id AND f.held))
ORDER BY customer_id, hlc, id
