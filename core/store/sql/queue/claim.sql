-- Takes a person who is free, or whose lease ran out; no row: somebody has them. The epoch grows with every grant.
INSERT INTO claim (customer_id, rooftop_id, lead_id, login, epoch, until, since)
VALUES (:customer_id, :rooftop_id, :lead_id, :login, 1, :until, :now)
ON CONFLICT (customer_id) DO UPDATE SET lead_id = excluded.lead_id, login = excluded.login,
    epoch = claim.epoch + 1, until = excluded.until, since = excluded.since, trip = ''
WHERE claim.until <= :now
RETURNING epoch
