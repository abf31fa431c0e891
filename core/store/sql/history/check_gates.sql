-- Where the counted gates differ from the queue: owner, band, gate, counted, kept.
SELECT owner, band, gate, SUM(counted), SUM(kept) FROM (
    SELECT owner, band, gate, COUNT(*) AS counted, 0 AS kept FROM queue WHERE rooftop_id = :rooftop_id
    GROUP BY owner, band, gate
    UNION ALL
    SELECT owner, band, gate, 0 AS counted, rows AS kept FROM queue_gate WHERE rooftop_id = :rooftop_id
) AS both_sides
GROUP BY owner, band, gate
HAVING SUM(counted) <> SUM(kept)
