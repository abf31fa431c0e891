-- Only SQLite: a desk's own store puts right under which number it recorded something; see 0020.
UPDATE event SET origin = :origin, n = :n WHERE id = :id
