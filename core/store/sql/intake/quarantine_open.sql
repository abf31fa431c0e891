-- What waits to be mended, newest first; never with its content, which may be large.
SELECT id, at, source, format, reason
FROM quarantine
WHERE rooftop_id = :rooftop_id AND status = 'open'
ORDER BY at DESC, id
LIMIT 1000
