SELECT id, body, by_login, at FROM plan_draft WHERE rooftop_id = :rooftop_id ORDER BY id
