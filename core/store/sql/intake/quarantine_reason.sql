-- Why it still cannot be taken.
UPDATE quarantine SET reason = :reason WHERE rooftop_id = :rooftop_id AND id = :id
