INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows)
SELECT rooftop_id, owner, band, gate, COUNT(*) FROM queue WHERE rooftop_id = :rooftop_id
GROUP BY rooftop_id, owner, band, gate
