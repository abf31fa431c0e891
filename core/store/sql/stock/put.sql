-- The next list in the place of the last; the one who brings it in has seen that one (:version, looked at before).
INSERT INTO stock_list (rooftop_id, version, body, by_login, at)
VALUES (:rooftop_id, :version, :body, :by_login, :at)
ON CONFLICT (rooftop_id) DO UPDATE SET version = excluded.version, body = excluded.body, by_login = excluded.by_login,
    at = excluded.at
