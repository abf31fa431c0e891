-- Only PostgreSQL: does it wait for a desk to work out this person's derived rows anew?
SELECT 1 FROM customer_head WHERE customer_id = :customer_id AND (stale OR replan)
