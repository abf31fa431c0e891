-- Only SQLite: a desk's own store. To a number nobody has, above :aside (2^40); see 0092.
UPDATE event SET n = 1 + (SELECT MAX(x.n, :aside) FROM (SELECT MAX(o.n) AS n FROM event o WHERE o.origin = event.origin) x)
WHERE id = :id
