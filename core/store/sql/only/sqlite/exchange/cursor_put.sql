-- Only SQLite: a desk's own store.
INSERT INTO feed_cursor (feed, seq, chain) VALUES (:feed, :seq, :chain)
ON CONFLICT (feed) DO UPDATE SET seq = excluded.seq, chain = excluded.chain
