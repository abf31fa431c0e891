-- Only SQLite: a desk's own store, put right.
UPDATE desk SET origin = :origin, last_n = :last_n, confirmed_n = :confirmed_n, last_hlc = :last_hlc WHERE one = 1
