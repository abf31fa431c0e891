-- Only SQLite: a desk of a shared database carries part of what other desks recorded; their numbers are looked at there.
-- Per desk: how many events, the first and last number, and how many run against the clock.
SELECT origin, COUNT(*),
       CASE WHEN origin = (SELECT origin FROM desk) THEN MIN(n) ELSE 1 END,
       CASE WHEN origin = (SELECT origin FROM desk) THEN MAX(n) ELSE COUNT(*) END,
       SUM(CASE WHEN hlc <= before THEN 1 ELSE 0 END)
FROM (
    SELECT origin, n, hlc, LAG(hlc, 1, -1) OVER (PARTITION BY origin ORDER BY n) AS before FROM event
) AS numbered
GROUP BY origin
