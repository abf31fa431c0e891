-- Only SQLite: a desk's own store. These people (a JSON list of ids) are not along any more.
DELETE FROM trip_lead WHERE trip_id = :trip AND customer_id IN (SELECT i.value FROM json_each(:ids) i)
