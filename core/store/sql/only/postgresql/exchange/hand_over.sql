-- Only PostgreSQL: the guard.
SELECT hand_over(:origin, CAST(:events AS JSONB))
