-- Only SQLite: a desk's own store. As claims_move.
UPDATE feed_cursor SET read_at = read_at + :by WHERE read_at > 0
