-- As it was in another store; one that is there already is the same.
INSERT INTO contact_rule (rooftop_id, id, version, body, shipped, reason, by_login, at)
VALUES (:rooftop_id, :id, :version, :body, :shipped, :reason, :by_login, :at)
ON CONFLICT (rooftop_id, id, version) DO NOTHING
