-- Only SQLite: a desk's own store. Which of these events (a JSON list of ids) it does not have.
SELECT i.value FROM json_each(:ids) i WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.id = i.value)
