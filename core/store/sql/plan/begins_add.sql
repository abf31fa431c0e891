INSERT INTO plan_begins (rooftop_id, kind, at, plan_id, by_login) VALUES (:rooftop_id, :kind, :at, :plan_id, :by_login)
