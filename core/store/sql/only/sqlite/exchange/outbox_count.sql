-- Only SQLite: a desk's own store. How many own events did not come back yet, and since when the oldest waits.
SELECT COUNT(*), COALESCE(MIN(e.recorded_at), 0)
FROM desk d
JOIN event e ON e.origin = d.origin AND e.n > d.confirmed_n
WHERE d.one = 1
