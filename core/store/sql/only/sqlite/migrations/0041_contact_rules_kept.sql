-- Only SQLite: its trigger language. What a rule was is never lost.
CREATE TRIGGER contact_rule_no_update BEFORE UPDATE ON contact_rule
BEGIN
    SELECT RAISE(ABORT, 'contact rules are only added to');
END;
--;;
CREATE TRIGGER contact_rule_no_delete BEFORE DELETE ON contact_rule
BEGIN
    SELECT RAISE(ABORT, 'contact rules are only added to');
END;
