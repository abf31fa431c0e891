-- Only PostgreSQL: the guard.
SELECT check_in(:trip, CAST(:customers AS TEXT[]))
