-- The stories of what charts count: leads that are open, or of whose story something happened since then. From the derived rows,
-- each half along an index of its own; see core/report/report_facts.h.
SELECT id, customer_id, story FROM lead WHERE rooftop_id = :rooftop_id AND status = 'open'
UNION ALL
SELECT id, customer_id, story FROM lead WHERE rooftop_id = :rooftop_id AND status <> 'open' AND story_at >= :since
