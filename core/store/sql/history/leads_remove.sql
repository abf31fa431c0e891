DELETE FROM lead WHERE rooftop_id = :rooftop_id AND customer_id = :customer_id
