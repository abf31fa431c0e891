-- One row, whenever the store holds a rooftop or a history already.
SELECT 1 FROM rooftop
UNION ALL
SELECT 1 FROM event
LIMIT 1
