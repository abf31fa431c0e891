-- Attempts of one person since a moment, those taken back and those of other departments not counted.
SELECT COUNT(*) FROM event e
WHERE e.rooftop_id = :rooftop_id AND e.actor = :actor AND e.recorded_at >= :since AND e.kind = 'attempt'
  AND e.body NOT LIKE '%"department"%'
  AND NOT EXISTS (SELECT 1 FROM event c
                  WHERE c.rooftop_id = e.rooftop_id AND c.customer_id = e.customer_id AND c.hlc > e.hlc
                    AND c.kind = 'corrected' AND c.body LIKE '%' || e.id || '%')
