-- When the leads in :ids, each of 36 characters, parted by blanks, were touched last, and came. Leads that are not there any more are
-- left out.
WITH RECURSIVE asked (id, rest) AS (
    SELECT substr(CAST(:ids AS TEXT), 1, 36), substr(CAST(:ids AS TEXT), 38)
    UNION ALL
    SELECT substr(rest, 1, 36), substr(rest, 38) FROM asked WHERE rest <> ''
)
SELECT l.id, l.last_attempt_at, l.arrived_at
FROM asked a
JOIN lead l ON l.id = a.id AND l.rooftop_id = :rooftop_id
