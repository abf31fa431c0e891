-- What was taken back since then.
SELECT e.id, e.body
FROM event e
WHERE e.rooftop_id = :rooftop_id AND e.kind = 'corrected' AND e.recorded_at >= :since
  AND NOT EXISTS (SELECT 1 FROM event_flag f WHERE f.event_id = e.id AND f.held)
ORDER BY e.hlc, e.id
