-- One entry, without its content.
SELECT id, at, source, format, reason, status FROM quarantine WHERE rooftop_id = :rooftop_id AND id = :id
