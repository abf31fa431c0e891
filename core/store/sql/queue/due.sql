-- The first due behind one gate, from the index alone.
SELECT due_at, customer_id
FROM queue
WHERE rooftop_id = :rooftop_id AND owner = :owner AND band = :band AND gate = :gate AND due_at <= :now
ORDER BY due_at, customer_id
LIMIT :limit
