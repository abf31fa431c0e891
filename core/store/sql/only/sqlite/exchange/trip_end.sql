-- Only SQLite: a desk's own store.
DELETE FROM trip WHERE id = :trip
