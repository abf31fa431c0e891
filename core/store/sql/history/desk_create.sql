-- Another process may have been faster; then its row holds.
INSERT INTO desk (one, origin, last_n, last_hlc) VALUES (1, :origin, 0, 0)
ON CONFLICT (one) DO NOTHING
