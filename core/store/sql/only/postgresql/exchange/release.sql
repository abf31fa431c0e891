-- Only PostgreSQL: the guard.
SELECT release(:customer_id)
