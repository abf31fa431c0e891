INSERT INTO intake_key (rooftop_id, value, customer_id)
VALUES (:rooftop_id, :value, :customer_id)
ON CONFLICT (rooftop_id, value, customer_id) DO NOTHING
