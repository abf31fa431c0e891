-- Only PostgreSQL: the guard.
SELECT last_n, stale, held FROM push(:origin, CAST(:events AS JSONB), CAST(:rows AS JSONB))
