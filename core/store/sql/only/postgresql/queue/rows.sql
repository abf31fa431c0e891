-- Only PostgreSQL: a JSON list is read differently. What a list shows of these people; columns as QueueReader takes them.
SELECT q.customer_id, q.lead_id, q.band, q.due_at, q.medium, q.step, q.steps, c.name, c.zones, c.city,
       l.vehicle, l.source, l.arrived_at, l.plan_id, l.attempts, l.reached, l.marks, l.last_attempt_at, l.last_reply_at,
       l.waiting_reply, l.promise_at, l.promise_by, l.appointment_at,
       k.login, k.until, k.trip
FROM queue q
JOIN customer c ON c.id = q.customer_id
JOIN lead l ON l.id = q.lead_id
LEFT JOIN claim k ON k.customer_id = q.customer_id
WHERE q.customer_id IN (SELECT jsonb_array_elements_text(:ids::JSONB))
