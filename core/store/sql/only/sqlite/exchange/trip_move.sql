-- Only SQLite: a desk's own store. As claims_move.
UPDATE trip SET until = until + :by, begun_at = begun_at + :by WHERE until > 0
