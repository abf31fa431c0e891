INSERT INTO lead (id, rooftop_id, customer_id, status, source, owner, vehicle, stock, vin, arrived_at, plan_id, plan_version, steps_done, attempts, reached, marks, last_attempt_at, last_reply_at, waiting_reply, promise_at, promise_by, appointment_at, story, story_at)
VALUES (:id, :rooftop_id, :customer_id, :status, :source, :owner, :vehicle, :stock, :vin, :arrived_at, :plan_id, :plan_version, :steps_done, :attempts, :reached, :marks, :last_attempt_at, :last_reply_at, :waiting_reply, :promise_at, :promise_by, :appointment_at, :story, :story_at)
ON CONFLICT (id) DO UPDATE SET
    status = excluded.status, source = excluded.source, owner = excluded.owner,
    vehicle = excluded.vehicle, stock = excluded.stock, vin = excluded.vin,
    arrived_at = excluded.arrived_at, plan_id = excluded.plan_id, plan_version = excluded.plan_version,
    steps_done = excluded.steps_done, attempts = excluded.attempts, reached = excluded.reached,
    marks = excluded.marks, last_attempt_at = excluded.last_attempt_at, last_reply_at = excluded.last_reply_at,
    waiting_reply = excluded.waiting_reply, promise_at = excluded.promise_at, promise_by = excluded.promise_by,
    appointment_at = excluded.appointment_at, story = excluded.story, story_at = excluded.story_at
