-- The next version of a rule; the one who says it has looked at the one before (:version).
INSERT INTO contact_rule (rooftop_id, id, version, body, shipped, reason, by_login, at)
VALUES (:rooftop_id, :id, :version, :body, :shipped, :reason, :by_login, :at)
