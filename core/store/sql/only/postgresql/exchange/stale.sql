-- Only PostgreSQL: customer_head is the guard's. Customers whose derived rows wait to be worked out anew: first those nobody is
-- handed until then.
SELECT w.customer_id FROM (
    (SELECT customer_id, 0 AS turn FROM customer_head WHERE stale ORDER BY customer_id LIMIT :limit)
    UNION ALL
    (SELECT customer_id, 1 AS turn FROM customer_head WHERE replan AND NOT stale ORDER BY customer_id LIMIT :limit)) AS w
ORDER BY w.turn, w.customer_id LIMIT :limit
