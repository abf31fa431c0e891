-- Only SQLite: a desk's own store.
DELETE FROM trip_lead WHERE trip_id = :trip
