-- Only PostgreSQL: it has no counter that leaves one's own commits out; what others do is told by a notice instead.
SELECT 1
