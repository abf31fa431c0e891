-- Only SQLite: a desk's own store. The feeds it reads are not those it read before: from their beginnings.
UPDATE feed_cursor SET seq = 0, chain = ''
