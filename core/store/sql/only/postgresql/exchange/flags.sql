-- Only PostgreSQL: the guard's remarks. What it remarked about these events (ids parted by commas): event, remark.
SELECT f.event_id, f.flag FROM event_flag f WHERE f.event_id = ANY (string_to_array(:ids, ','))
