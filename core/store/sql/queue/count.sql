-- How many behind one gate are due in (:after, :until]; counting stops at :limit.
SELECT COUNT(*) FROM (
    SELECT 1 FROM queue
    WHERE rooftop_id = :rooftop_id AND owner = :owner AND band = :band AND gate = :gate
      AND due_at > :after AND due_at <= :until
    LIMIT :limit
) AS counted
