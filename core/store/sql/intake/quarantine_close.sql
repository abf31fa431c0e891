-- Taken or discarded; never deleted.
UPDATE quarantine SET status = :status, status_why = :status_why
WHERE rooftop_id = :rooftop_id AND id = :id AND status = 'open'
