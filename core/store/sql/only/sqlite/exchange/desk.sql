-- Only SQLite: a desk's own store.
SELECT origin, last_n, confirmed_n, last_hlc FROM desk WHERE one = 1
