-- When anything was said about a duty for the first time; 0: never.
SELECT COALESCE(MIN(at), 0) FROM duty_word WHERE rooftop_id = :rooftop_id
