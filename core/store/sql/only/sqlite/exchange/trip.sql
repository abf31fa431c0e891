-- Only SQLite: a desk's own store. The trip there is.
SELECT id, begun_at, begun_n, until, wanted, named, granted FROM trip
