INSERT INTO search_doc (customer_id, rooftop_id, body)
VALUES (:customer_id, :rooftop_id, :body)
ON CONFLICT (customer_id) DO UPDATE SET body = excluded.body
