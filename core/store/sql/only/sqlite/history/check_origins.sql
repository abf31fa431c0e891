-- Only SQLite: a desk of a shared database carries part of what other desks recorded; their numbers are looked at there. What is lost in
-- a restored database stands apart: its computer may have gone on from before it.
-- Per desk: how many events, the first and last number, and how many run against the clock.
SELECT origin, COUNT(*),
       CASE WHEN origin = (SELECT origin FROM desk) THEN MIN(n) ELSE 1 END,
       CASE WHEN origin = (SELECT origin FROM desk) THEN MAX(n) ELSE COUNT(*) END,
       SUM(CASE WHEN NOT is_lost AND hlc <= before THEN 1 ELSE 0 END)
FROM (
    SELECT origin, n, hlc, is_lost, LAG(hlc, 1, -1) OVER (PARTITION BY origin, is_lost ORDER BY n) AS before
    FROM (SELECT origin, n, hlc,
                 EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = event.id AND f.flag = 'not_there') AS is_lost
          FROM event) AS one
) AS numbered
GROUP BY origin
