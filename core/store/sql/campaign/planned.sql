-- What is due next, by the quarter of an hour, the plan and its step: how many leads. Stuck ones and long-term contact, which
-- gives way to news, are left out. 900000000: microseconds of a quarter of an hour.
SELECT q.due_at / 900000000, l.plan_id, l.plan_version, q.step, COUNT(*)
FROM queue q
JOIN lead l ON l.id = q.lead_id
WHERE q.rooftop_id = :rooftop_id AND q.band < 6
GROUP BY 1, 2, 3, 4
