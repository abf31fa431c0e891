-- Only SQLite: a desk's own store. The whole histories of these people (a JSON list of ids) are here.
UPDATE trip_lead SET brought = TRUE WHERE trip_id = :trip AND customer_id IN (SELECT i.value FROM json_each(:ids) i)
