-- Leads by where they came from, how many days ago, the plan they stand on and whether they are open: what the load of a plan
-- is worked out from. 86400000000: microseconds a day.
SELECT source, (CAST(:now AS BIGINT) - arrived_at) / 86400000000, plan_id, status, COUNT(*) FROM lead
WHERE rooftop_id = :rooftop_id AND arrived_at >= :since
GROUP BY 1, 2, 3, 4
