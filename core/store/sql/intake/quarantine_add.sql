-- The same refusal is kept once.
INSERT INTO quarantine (id, rooftop_id, at, source, format, reason, digest, encoding, content, status, status_why)
VALUES (:id, :rooftop_id, :at, :source, :format, :reason, :digest, :encoding, :content, 'open', '')
ON CONFLICT (rooftop_id, digest) DO NOTHING
