-- Only SQLite: a desk's own store notes what the shared database granted.
INSERT INTO claim (customer_id, rooftop_id, lead_id, login, epoch, until, since)
VALUES (:customer_id, :rooftop_id, :lead_id, :login, :epoch, :until, :since)
ON CONFLICT (customer_id) DO UPDATE SET lead_id = excluded.lead_id, login = excluded.login, epoch = excluded.epoch,
    until = excluded.until, since = excluded.since
