-- Leads whose id begins so; two are enough to know it is not clear.
SELECT id, customer_id FROM lead WHERE id >= :from AND id < :until ORDER BY id LIMIT 2
