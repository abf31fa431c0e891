-- Only SQLite: a desk's own store puts right when something happened that it recorded itself and has not sent; see 0020.
UPDATE event SET hlc = :hlc, occurred_at = :occurred_at, recorded_at = :recorded_at WHERE id = :id
