-- Every word there was, the last of a kind last.
SELECT kind, plan_id, at, by_login FROM plan_begins WHERE rooftop_id = :rooftop_id ORDER BY kind, at
