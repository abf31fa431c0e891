-- What one entry holds.
SELECT encoding, content FROM quarantine WHERE rooftop_id = :rooftop_id AND id = :id
