-- Only PostgreSQL: the guard. Of each feed only the last row tells the chain.
SELECT feed, seq, event_id, customer_id, CASE WHEN seq = max(seq) OVER (PARTITION BY feed) THEN chain ELSE '' END, held
FROM pull(:after_0, :chain_0, :after, :chain, CAST(:limit AS INTEGER))
ORDER BY feed, seq
