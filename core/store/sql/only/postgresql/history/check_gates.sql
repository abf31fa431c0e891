-- Only PostgreSQL: a gate is there or not (see gate_add). Those that rows stand behind and that are not there.
SELECT owner, band, gate, COUNT(*), 0
FROM queue q
WHERE rooftop_id = :rooftop_id AND NOT EXISTS (
    SELECT 1 FROM queue_gate g WHERE g.rooftop_id = q.rooftop_id AND g.owner = q.owner AND g.band = q.band AND g.gate = q.gate)
GROUP BY owner, band, gate
