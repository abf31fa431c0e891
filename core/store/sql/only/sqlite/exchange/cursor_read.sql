-- Only SQLite: a desk's own store. A feed was read to its end.
UPDATE feed_cursor SET read_at = :at WHERE feed = :feed
