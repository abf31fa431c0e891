-- Only SQLite: a desk's own store. As claims_end.
UPDATE trip SET until = 0
