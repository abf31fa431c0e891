-- One row more (or, with -1, fewer) behind a gate.
INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows)
VALUES (:rooftop_id, :owner, :band, :gate, :change)
ON CONFLICT (rooftop_id, owner, band, gate) DO UPDATE SET rows = queue_gate.rows + excluded.rows
