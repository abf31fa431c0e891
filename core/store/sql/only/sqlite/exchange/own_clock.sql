-- Only SQLite: a desk's own store.
SELECT wall, from_boot, boot FROM own_clock WHERE one = 1
