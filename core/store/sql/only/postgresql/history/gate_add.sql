-- Only PostgreSQL: a gate is there or not. Counting its rows would make one row that every desk waits for.
INSERT INTO queue_gate (rooftop_id, owner, band, gate, rows)
SELECT CAST(:rooftop_id AS INTEGER), :owner, CAST(:band AS INTEGER), :gate, 1
WHERE CAST(:change AS INTEGER) > 0
ON CONFLICT DO NOTHING
