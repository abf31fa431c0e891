-- One entry.
SELECT id, at, source, format, reason, encoding, content, status FROM quarantine WHERE rooftop_id = :rooftop_id AND id = :id
