-- Only SQLite: a desk's own store.
INSERT INTO trip_lead (trip_id, place, customer_id, lead_id, epoch, brought)
VALUES (:trip, :place, :customer_id, :lead_id, :epoch, FALSE)
ON CONFLICT (trip_id, customer_id) DO UPDATE SET lead_id = excluded.lead_id, epoch = excluded.epoch
