-- As it was in another store; one that is there already is the same.
INSERT INTO plan_begins (rooftop_id, kind, at, plan_id, by_login) VALUES (:rooftop_id, :kind, :at, :plan_id, :by_login)
ON CONFLICT (rooftop_id, kind, at) DO NOTHING
