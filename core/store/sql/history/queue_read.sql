SELECT lead_id, owner, band, gate, due_at, medium, step, steps FROM queue WHERE customer_id = :customer_id
