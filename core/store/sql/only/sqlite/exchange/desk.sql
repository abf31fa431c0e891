-- Only SQLite: a desk's own store.
SELECT origin, last_n, confirmed_n FROM desk WHERE one = 1
