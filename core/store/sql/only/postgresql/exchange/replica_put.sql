-- Only PostgreSQL: a desk whose events were moved in. It writes no more from where it was.
INSERT INTO replica (origin, login, station, last_n, revoked, seen_at)
VALUES (:origin, '', 'moved', CAST(:last_n AS BIGINT), TRUE, now_us())
ON CONFLICT (origin) DO UPDATE SET last_n = greatest(replica.last_n, excluded.last_n)
