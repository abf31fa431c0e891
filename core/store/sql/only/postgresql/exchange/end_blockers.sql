-- Only PostgreSQL: the guard.
SELECT end_blockers()
