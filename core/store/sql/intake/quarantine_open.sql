-- What waits to be mended, newest first.
SELECT id, at, source, format, reason, encoding, content
FROM quarantine
WHERE rooftop_id = :rooftop_id AND status = 'open'
ORDER BY at DESC, id
LIMIT 1000
