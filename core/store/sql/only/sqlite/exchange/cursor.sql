-- Only SQLite: a desk's own store.
SELECT seq, chain FROM feed_cursor WHERE feed = :feed
