-- Search finds José when jose is typed: its texts are kept without accents. Those written before are rewritten by the
-- program that opens the store next, which takes this note away; a store without any has nothing to do.
INSERT INTO setting (name, value)
SELECT 'search_to_fold', '1' WHERE EXISTS (SELECT 1 FROM search_doc);
--;;
-- The list of what was set aside does not walk through megabytes of content to the status that lies behind.
CREATE INDEX quarantine_open ON quarantine (rooftop_id, at DESC, id) WHERE status = 'open';
