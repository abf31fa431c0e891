-- Only PostgreSQL: whoever writes about a person takes their row first, and then reads.
INSERT INTO customer_head (customer_id, rooftop_id, events, stale) VALUES (:customer_id, :rooftop_id, 0, FALSE)
ON CONFLICT (customer_id) DO UPDATE SET stale = customer_head.stale
