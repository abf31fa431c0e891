-- Only SQLite: a desk's own store.
UPDATE desk SET confirmed_n = MAX(confirmed_n, :n) WHERE one = 1
