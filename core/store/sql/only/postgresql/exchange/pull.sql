-- Only PostgreSQL: the guard.
SELECT feed, seq, event_id, customer_id, chain, held
FROM pull(:after_0, :chain_0, :after, :chain, CAST(:limit AS INTEGER))
