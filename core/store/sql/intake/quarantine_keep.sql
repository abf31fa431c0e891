-- As it was in another store.
INSERT INTO quarantine (id, rooftop_id, at, source, format, reason, digest, encoding, content, status, status_why)
VALUES (:id, :rooftop_id, :at, :source, :format, :reason, :digest, :encoding, :content, :status, :status_why)
ON CONFLICT DO NOTHING
