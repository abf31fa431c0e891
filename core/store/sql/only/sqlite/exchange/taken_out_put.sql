-- Only SQLite: a desk's own store. It was taken out: everything about customers goes with this (0082).
INSERT INTO taken_out (one, by_name, at, why, site, sent) VALUES (1, :by_name, :at, :why, :site, :sent)
