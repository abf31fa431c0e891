-- Only SQLite, where a statement costs no round trip (PostgreSQL: queue/order, queue/later). The first behind one gate that
-- are due in [:from, :until], newest first, from the index alone.
SELECT due_at, customer_id, band
FROM queue
WHERE rooftop_id = :rooftop_id AND owner = :owner AND band = :band AND gate = :gate AND due_at >= :from AND due_at <= :until
ORDER BY due_at DESC, customer_id
LIMIT :limit
