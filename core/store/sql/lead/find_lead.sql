SELECT customer_id FROM lead WHERE id = :id
