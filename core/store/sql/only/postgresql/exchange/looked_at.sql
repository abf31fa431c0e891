-- Only PostgreSQL: which of these events (ids parted by commas) were looked at, and for what.
SELECT event_id, what FROM look WHERE rooftop_id = :rooftop_id AND event_id = ANY (string_to_array(:ids, ','))
