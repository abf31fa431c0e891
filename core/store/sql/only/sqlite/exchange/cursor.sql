-- Only SQLite: a desk's own store.
SELECT seq, chain, read_at FROM feed_cursor WHERE feed = :feed
