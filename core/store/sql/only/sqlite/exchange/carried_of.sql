-- Only SQLite: a desk's own store. Which of these customers (a JSON list of ids) it has the history of.
SELECT i.value
FROM json_each(:ids) i
WHERE EXISTS (SELECT 1 FROM event e WHERE e.rooftop_id = :rooftop_id AND e.customer_id = i.value)
