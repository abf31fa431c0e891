-- Why nobody can be handed out, in numbers up to :limit: due behind a closed gate, due later, nothing to reach them by.
SELECT (SELECT COUNT(*) FROM (
            SELECT 1 FROM queue_gate g CROSS JOIN queue q
            WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9
              AND :open NOT LIKE '%|' || g.gate || '|%'
              AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
              AND q.due_at <= :now
            LIMIT :limit) AS n),
       (SELECT COUNT(*) FROM (
            SELECT 1 FROM queue_gate g CROSS JOIN queue q
            WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9
              AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
              AND q.due_at > :now
            LIMIT :limit) AS n),
       (SELECT COUNT(*) FROM (
            SELECT 1 FROM queue_gate g CROSS JOIN queue q
            WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band >= 9
              AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
            LIMIT :limit) AS n)
