-- Only SQLite: a desk's own store. Which of these events (a JSON list of ids) it does not have, or has and took for lost there.
SELECT i.value FROM json_each(:ids) i
WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.id = i.value)
   OR EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = i.value AND f.flag = 'not_there')
