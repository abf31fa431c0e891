-- Only PostgreSQL: the guard.
SELECT refold(:customer_id, :base, CAST(:rows AS JSONB))
