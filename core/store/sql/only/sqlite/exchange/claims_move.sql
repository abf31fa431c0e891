-- Only SQLite: a desk's own store. This computer's clock was set: what ends when, by the clock as it is now.
UPDATE claim SET until = until + :by WHERE until > 0
