-- Only SQLite: a desk's own store. The newest stamp it has up to :hlc.
SELECT COALESCE(MAX(hlc), 0) FROM event WHERE hlc <= :hlc
