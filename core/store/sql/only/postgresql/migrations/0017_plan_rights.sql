-- Only PostgreSQL: on which plan new leads begin is read by every desk of the rooftop, and written by none of them. Drafts are
-- nobody's here.
ALTER TABLE plan_draft ALTER COLUMN id TYPE TEXT COLLATE "C", ALTER COLUMN body TYPE TEXT COLLATE "C",
    ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE plan_begins ALTER COLUMN kind TYPE TEXT COLLATE "C", ALTER COLUMN plan_id TYPE TEXT COLLATE "C",
    ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE plan_begins ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON plan_begins FOR SELECT TO beback_agent, beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON plan_begins TO beback_agent, beback_manager;
--;;
ALTER TABLE plan_draft ENABLE ROW LEVEL SECURITY;
