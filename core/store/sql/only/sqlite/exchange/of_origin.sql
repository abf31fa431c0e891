-- Only SQLite: a desk's own store. What is here of another computer, below :aside; see move_aside.
SELECT id, customer_id FROM event WHERE origin = :origin AND n < :aside
