-- Only PostgreSQL: the guard. The columns of push first, told by the first row only; then those of pull, of each feed only the last row
-- with its chain.
SELECT last_n, CASE place WHEN 1 THEN stale ELSE '' END, CASE place WHEN 1 THEN refused ELSE '' END,
       feed, seq, event_id, customer_id, CASE seq WHEN last_seq THEN chain ELSE '' END, held
FROM (SELECT last_n, stale, refused, feed, seq, event_id, customer_id, chain, held,
             row_number() OVER (ORDER BY feed, seq) AS place, max(seq) OVER (PARTITION BY feed) AS last_seq
      FROM push_and_pull(:origin, unpacked_events(CAST(:events AS JSONB)), unpacked_rows(CAST(:rows AS JSONB)), :after_0,
                         :chain_0, :after, :chain, CAST(:limit AS INTEGER))) AS told
ORDER BY place
