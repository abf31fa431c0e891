-- The first that become due behind one gate after now.
SELECT due_at, customer_id
FROM queue
WHERE rooftop_id = :rooftop_id AND owner = :owner AND band = :band AND gate = :gate AND due_at > :now AND due_at <= :until
ORDER BY due_at, customer_id
LIMIT :limit
