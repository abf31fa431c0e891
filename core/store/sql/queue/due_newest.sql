-- The same, newest first.
SELECT due_at, customer_id
FROM queue
WHERE rooftop_id = :rooftop_id AND owner = :owner AND band = :band AND gate = :gate AND due_at <= :now
ORDER BY due_at DESC, customer_id
LIMIT :limit
