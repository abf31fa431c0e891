-- Only PostgreSQL: a gate is there or not (see gate_add).
INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows)
SELECT DISTINCT rooftop_id, owner, band, gate, 1 FROM queue WHERE rooftop_id = :rooftop_id
ON CONFLICT DO NOTHING
