-- Only SQLite: a desk's own store. What is recorded from now on comes after what was read from others.
UPDATE desk SET last_hlc = MAX(last_hlc, :hlc) WHERE one = 1
