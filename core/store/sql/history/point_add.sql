INSERT INTO contact_point (customer_id, kind, value, rooftop_id, label)
VALUES (:customer_id, :kind, :value, :rooftop_id, :label)
