-- Attempts of one person since a moment.
SELECT COUNT(*) FROM event
WHERE rooftop_id = :rooftop_id AND actor = :actor AND recorded_at >= :since AND kind = 'attempt'
