-- Only PostgreSQL: customer_head is the guard's. Customers whose derived rows wait to be worked out anew.
SELECT customer_id FROM customer_head WHERE stale ORDER BY customer_id LIMIT :limit
