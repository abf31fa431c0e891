INSERT INTO desk (one, origin, last_n, last_hlc) VALUES (1, :origin, 0, 0)
