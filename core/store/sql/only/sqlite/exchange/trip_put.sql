-- Only SQLite: a desk's own store. A trip begins; or its answer came.
INSERT INTO trip (id, rooftop_id, login, begun_at, begun_n, until, wanted, named, granted)
VALUES (:id, :rooftop_id, :login, :begun_at, :begun_n, :until, :wanted, :named, :granted)
ON CONFLICT (id) DO UPDATE SET granted = excluded.granted
