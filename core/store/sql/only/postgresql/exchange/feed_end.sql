-- Only PostgreSQL: the guard.
SELECT seq, chain FROM feed_end(CAST(:feed AS INTEGER))
