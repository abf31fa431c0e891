-- Every gate with rows behind it that a login may work: owner, band, gate, rows.
SELECT owner, band, gate, rows
FROM queue_gate
WHERE rooftop_id = :rooftop_id AND owner IN ('', :login) AND rows > 0
ORDER BY band, gate, owner
