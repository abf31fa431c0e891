-- Only SQLite: a desk's own store. The others who recorded something that is here under a number (a JSON list of [origin, n, id]) the
-- shared database has for another entry of theirs.
SELECT DISTINCT e.origin
FROM desk d
JOIN json_each(:places) p
JOIN event e ON e.origin = json_extract(p.value, '$[0]') AND e.n = json_extract(p.value, '$[1]')
WHERE d.one = 1 AND e.id <> json_extract(p.value, '$[2]') AND e.origin <> d.origin
