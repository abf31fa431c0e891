-- Open leads one person owns, a page at a time: those after :after.
SELECT id, customer_id FROM lead
WHERE rooftop_id = :rooftop_id AND owner = :owner AND status = 'open' AND id > :after
ORDER BY id
LIMIT :limit
