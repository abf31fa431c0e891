-- Only SQLite: a desk's own store. Whether it was taken out of the shared database, by whom, when and why.
SELECT by_name, at, why, site, sent FROM taken_out WHERE one = 1
