-- Only SQLite: a desk's own store. Of these events (a JSON list of ids) those that the shared database had lost are there again, and count.
DELETE FROM event_flag WHERE flag = 'not_there' AND event_id IN (SELECT i.value FROM json_each(:ids) i)
