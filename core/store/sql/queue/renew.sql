-- Lengthens a lease that is still this login's; also one that ran out and nobody took over.
UPDATE claim SET until = :until
WHERE customer_id = :customer_id AND login = :login AND epoch = :epoch
RETURNING lead_id
