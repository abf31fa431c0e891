-- As they were in another store; what is there already is the same.
INSERT INTO own_words (rooftop_id, kind, id, version, body, reason, by_login, at)
VALUES (:rooftop_id, :kind, :id, :version, :body, :reason, :by_login, :at)
ON CONFLICT (rooftop_id, kind, id, version) DO NOTHING
