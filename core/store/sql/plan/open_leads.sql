-- How many open leads stand on which version of which plan.
SELECT plan_id, plan_version, COUNT(*) FROM lead
WHERE rooftop_id = :rooftop_id AND status = 'open'
GROUP BY plan_id, plan_version
