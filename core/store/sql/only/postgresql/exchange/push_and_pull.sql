-- Only PostgreSQL: the guard. The columns of push first, then those of pull.
SELECT last_n, stale, refused, feed, seq, event_id, customer_id, chain, held
FROM push_and_pull(:origin, CAST(:events AS JSONB), CAST(:rows AS JSONB), :after_0, :chain_0, :after, :chain, CAST(:limit AS INTEGER))
