-- Only SQLite: a desk's own store. Its person joins anew.
DELETE FROM taken_out
