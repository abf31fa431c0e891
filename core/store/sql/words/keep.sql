-- As it was in another store; one that is there already is the same.
INSERT INTO own_words (rooftop_id, kind, id, version, body, shipped, reason, by_login, at)
VALUES (:rooftop_id, :kind, :id, :version, :body, :shipped, :reason, :by_login, :at)
ON CONFLICT (rooftop_id, kind, id, version) DO NOTHING
