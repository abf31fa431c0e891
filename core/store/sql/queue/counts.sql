-- How many are due behind the gates :open, how many become due until :until, how many are due behind the gates :opening;
-- each counted up to :limit. :open and :opening as in queue/pick.
SELECT (SELECT COUNT(*) FROM (
            SELECT 1 FROM queue_gate g CROSS JOIN queue q
            WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9 AND :open LIKE '%|' || g.gate || '|%'
              AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
              AND q.due_at <= :now
            LIMIT :limit) AS n),
       (SELECT COUNT(*) FROM (
            SELECT 1 FROM queue_gate g CROSS JOIN queue q
            WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9
              AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
              AND q.due_at > :now AND q.due_at <= :until
            LIMIT :limit) AS n),
       (SELECT COUNT(*) FROM (
            SELECT 1 FROM queue_gate g CROSS JOIN queue q
            WHERE g.rooftop_id = :rooftop_id AND g.owner IN ('', :login) AND g.band < 9 AND :opening LIKE '%|' || g.gate || '|%'
              AND q.rooftop_id = g.rooftop_id AND q.owner = g.owner AND q.band = g.band AND q.gate = g.gate
              AND q.due_at <= :now
            LIMIT :limit) AS n)
