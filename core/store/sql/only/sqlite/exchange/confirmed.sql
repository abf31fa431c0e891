-- Only SQLite: a desk's own store. Which of these events (a JSON list of ids) are own ones: the largest number.
SELECT COALESCE(MAX(e.n), 0)
FROM json_each(:ids) i
JOIN event e ON e.id = i.value
JOIN desk d ON d.one = 1 AND d.origin = e.origin
