-- As it is in another store; only a newer version takes the place of the one that is here.
INSERT INTO stock_list (rooftop_id, version, body, by_login, at)
VALUES (:rooftop_id, :version, :body, :by_login, :at)
ON CONFLICT (rooftop_id) DO UPDATE SET version = excluded.version, body = excluded.body, by_login = excluded.by_login,
    at = excluded.at
WHERE excluded.version > stock_list.version
