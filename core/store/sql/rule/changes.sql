-- Every word a store has about contact rules, the newest of a rule last.
SELECT id, version, body, shipped, reason, by_login, at FROM contact_rule WHERE rooftop_id = :rooftop_id ORDER BY id, version
