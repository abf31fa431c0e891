INSERT INTO queue (customer_id, rooftop_id, lead_id, owner, band, gate, due_at, medium, step, steps)
VALUES (:customer_id, :rooftop_id, :lead_id, :owner, :band, :gate, :due_at, :medium, :step, :steps)
ON CONFLICT (customer_id) DO UPDATE SET lead_id = excluded.lead_id, owner = excluded.owner, band = excluded.band,
    gate = excluded.gate, due_at = excluded.due_at, medium = excluded.medium, step = excluded.step,
    steps = excluded.steps
