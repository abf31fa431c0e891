-- Everything that was ever set aside, with its content, a page at a time.
SELECT id, at, source, format, reason, digest, encoding, content, status, status_why
FROM quarantine
WHERE rooftop_id = :rooftop_id AND id > :after
ORDER BY id
LIMIT :limit
