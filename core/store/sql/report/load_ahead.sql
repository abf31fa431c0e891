-- What is due next of each lead, the longest due first: lead, owner, source, when, medium, plan and its step, when it was touched last
-- and came. Stuck ones and long-term contact, which gives way to news, are left out, as in campaign/planned.
SELECT q.lead_id, q.owner, l.source, q.due_at, q.medium, l.plan_id, l.plan_version, q.step, l.last_attempt_at, l.arrived_at
FROM queue q
JOIN lead l ON l.id = q.lead_id
WHERE q.rooftop_id = :rooftop_id AND q.band < 6
ORDER BY q.due_at, q.lead_id
