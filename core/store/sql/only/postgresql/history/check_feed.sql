-- Only PostgreSQL: the guard's feeds. Per feed: how many numbers, the last of them, how many hashes do not follow from the
-- one before, how many events are in no feed (feed -1).
SELECT feed, COUNT(*), MAX(seq), COUNT(*) FILTER (WHERE chain <> expected) FROM (
    SELECT f.feed, f.seq, f.chain,
           encode(sha256(convert_to(coalesce(LAG(f.chain) OVER (PARTITION BY f.feed ORDER BY f.seq), '')
                                    || e.id || e.actor || e.kind || e.hlc || e.body, 'UTF8')), 'hex') AS expected
    FROM feed f JOIN event e ON e.id = f.event_id
) AS chained
GROUP BY feed
UNION ALL
SELECT -1, COUNT(*), 0, 0 FROM event e WHERE NOT EXISTS (SELECT 1 FROM feed f WHERE f.event_id = e.id) HAVING COUNT(*) > 0
