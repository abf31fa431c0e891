SELECT body, state, by_login, at, started_at FROM campaign WHERE rooftop_id = :rooftop_id ORDER BY id
