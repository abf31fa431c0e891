-- Only PostgreSQL: what a desk has to know of its site when it connects, in one answer: what a row tells, and its fields as texts. Those of
-- a kind in the order they were said.
SELECT what, a, b, c, d, e, f, g, h
FROM (SELECT 'site' AS what, name AS a, street AS b, city AS c, region AS d, postcode AS e, zone AS f, phone AS g, email AS h, 0 AS at
      FROM rooftop WHERE id = :rooftop_id
      UNION ALL
      SELECT 'person', login, name, role, CASE WHEN active THEN '1' ELSE '0' END, '', '', '', '', 0 FROM app_user WHERE rooftop_id = :rooftop_id
      UNION ALL
      SELECT 'plan', id, CAST(version AS TEXT), '', '', '', '', '', '', version FROM plan
      UNION ALL
      SELECT 'begins', kind, plan_id, CAST(at AS TEXT), by_login, '', '', '', '', at FROM plan_begins WHERE rooftop_id = :rooftop_id
      UNION ALL
      SELECT 'setting', name, value, '', '', '', '', '', '', 0 FROM setting WHERE name IN ('demo', 'training', 'dnc_max_age_hours')
      UNION ALL
      SELECT 'rules', CAST(count(*) AS TEXT), '', '', '', '', '', '', '', 0 FROM contact_rule WHERE rooftop_id = :rooftop_id
      UNION ALL
      SELECT 'words', CAST(count(*) AS TEXT), '', '', '', '', '', '', '', 0 FROM own_words WHERE rooftop_id = :rooftop_id
      UNION ALL
      SELECT 'stock', CAST(version AS TEXT), '', '', '', '', '', '', '', 0 FROM stock_list WHERE rooftop_id = :rooftop_id) AS facts
ORDER BY what, a, at
