-- Only PostgreSQL: the guard.
SELECT seq, event_id, customer_id, chain, held FROM pull(CAST(:feed AS INTEGER), :after, :chain, CAST(:limit AS INTEGER))
