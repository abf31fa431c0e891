INSERT INTO plan_draft (rooftop_id, id, body, by_login, at) VALUES (:rooftop_id, :id, :body, :by_login, :at)
ON CONFLICT (rooftop_id, id) DO UPDATE SET body = excluded.body, by_login = excluded.by_login, at = excluded.at
