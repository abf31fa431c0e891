-- Only SQLite: a desk's own store.
INSERT INTO own_clock (one, wall, from_boot, boot) VALUES (1, :wall, :from_boot, :boot)
ON CONFLICT (one) DO UPDATE SET wall = excluded.wall, from_boot = excluded.from_boot, boot = excluded.boot
