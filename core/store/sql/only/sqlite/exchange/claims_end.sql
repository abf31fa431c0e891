-- Only SQLite: a desk's own store. Nobody knows what time it is: no lease holds any more.
UPDATE claim SET until = 0
