-- The next version; the one who says it has looked at the one before (:version).
INSERT INTO own_words (rooftop_id, kind, id, version, body, shipped, reason, by_login, at)
VALUES (:rooftop_id, :kind, :id, :version, :body, :shipped, :reason, :by_login, :at)
