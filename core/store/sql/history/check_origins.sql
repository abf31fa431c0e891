-- Per desk: how many events, the first and last number, and how many run against the clock.
SELECT origin, COUNT(*), MIN(n), MAX(n), SUM(CASE WHEN hlc <= before THEN 1 ELSE 0 END) FROM (
    SELECT origin, n, hlc, LAG(hlc, 1, -1) OVER (PARTITION BY origin ORDER BY n) AS before FROM event
) AS numbered
GROUP BY origin
