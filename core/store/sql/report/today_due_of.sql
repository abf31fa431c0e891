-- What is due until a moment for one person alone and can be given to somebody else (a lead that was sold is followed up by whoever
-- sold it), what the queue puts last first: lead, gate. Along the queue's own index.
SELECT q.lead_id, q.gate
FROM queue_gate g CROSS JOIN queue q JOIN lead l ON l.id = q.lead_id AND l.status = 'open'
WHERE g.rooftop_id = :rooftop_id AND g.owner = :owner AND g.band < 9 AND g.rows > 0
  AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate AND q.due_at <= :until
ORDER BY q.band DESC, q.due_at DESC, q.customer_id
