-- Only PostgreSQL: campaigns are kept by an embedded store so far; here every desk of the rooftop may read them, and none writes.
ALTER TABLE campaign ALTER COLUMN id TYPE TEXT COLLATE "C", ALTER COLUMN body TYPE TEXT COLLATE "C",
    ALTER COLUMN state TYPE TEXT COLLATE "C", ALTER COLUMN by_login TYPE TEXT COLLATE "C";
--;;
ALTER TABLE campaign_person ALTER COLUMN campaign_id TYPE TEXT COLLATE "C", ALTER COLUMN customer_id TYPE TEXT COLLATE "C",
    ALTER COLUMN lead_id TYPE TEXT COLLATE "C", ALTER COLUMN state TYPE TEXT COLLATE "C", ALTER COLUMN why TYPE TEXT COLLATE "C",
    ALTER COLUMN event_id TYPE TEXT COLLATE "C";
--;;
ALTER TABLE campaign ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON campaign FOR SELECT TO beback_agent, beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON campaign TO beback_agent, beback_manager;
--;;
ALTER TABLE campaign_person ENABLE ROW LEVEL SECURITY;
--;;
CREATE POLICY own_rooftop ON campaign_person FOR SELECT TO beback_agent, beback_manager USING (rooftop_id = (SELECT s.rooftop_id FROM my_site s));
--;;
GRANT SELECT ON campaign_person TO beback_agent, beback_manager;
