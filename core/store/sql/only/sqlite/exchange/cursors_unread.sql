-- Only SQLite: a desk's own store. As claims_end.
UPDATE feed_cursor SET read_at = 0
