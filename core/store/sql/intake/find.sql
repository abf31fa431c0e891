-- Which of a lead's keys came in before, and who is known by its points or by name and postcode.
-- Who had a key first (ids grow with time) is who it belongs to. A placeholder that is not needed is bound to '', which no row has.
SELECT 'key' AS found_by, k.value, MIN(k.customer_id), ''
FROM intake_key k
WHERE k.rooftop_id = :rooftop_id AND k.value IN (:key1, :key2, :key3, :key4)
GROUP BY k.value
UNION ALL
SELECT 'point', p.value, p.customer_id, c.name
FROM contact_point p
JOIN customer c ON c.id = p.customer_id
WHERE p.rooftop_id = :rooftop_id AND p.kind IN ('phone', 'email') AND p.value IN (:point1, :point2, :point3, :point4)
UNION ALL
SELECT 'name', c.match_key, c.id, c.name
FROM customer c
WHERE c.rooftop_id = :rooftop_id AND c.match_key = :match_key AND c.match_key <> ''
