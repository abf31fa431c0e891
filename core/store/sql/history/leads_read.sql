-- Columns as readLeadRow() takes them.
SELECT id, status, source, owner, vehicle, stock, vin, arrived_at, plan_id, plan_version, steps_done, attempts, reached, marks, last_attempt_at, last_reply_at, waiting_reply, promise_at, promise_by, appointment_at, story, story_at
FROM lead
WHERE rooftop_id = :rooftop_id AND customer_id = :customer_id
ORDER BY id
