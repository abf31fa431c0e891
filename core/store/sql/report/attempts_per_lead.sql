-- How many leads have had how many attempts, from the derived lead rows: attempts, leads, of them open, of them reached.
SELECT attempts, COUNT(*), SUM(CASE WHEN status = 'open' THEN 1 ELSE 0 END), SUM(CASE WHEN reached > 0 THEN 1 ELSE 0 END)
FROM lead
WHERE rooftop_id = :rooftop_id
GROUP BY attempts
ORDER BY attempts
