-- The entry that holds this content, whatever became of it.
SELECT id FROM quarantine WHERE rooftop_id = :rooftop_id AND digest = :digest
