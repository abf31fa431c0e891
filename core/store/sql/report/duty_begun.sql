-- When anything happened here first; 0: nothing ever did. Of each person one step along the index of what they did.
SELECT COALESCE(MIN(first.at), 0)
FROM (SELECT (SELECT e.recorded_at FROM event e WHERE e.rooftop_id = :rooftop_id AND e.actor = who.login ORDER BY e.recorded_at LIMIT 1) AS at
      FROM (SELECT login FROM app_user WHERE rooftop_id = :rooftop_id UNION SELECT 'system') AS who) AS first
