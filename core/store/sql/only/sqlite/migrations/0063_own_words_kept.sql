-- Only SQLite: its trigger language. What was said before is never lost.
CREATE TRIGGER own_words_no_update BEFORE UPDATE ON own_words
BEGIN
    SELECT RAISE(ABORT, 'own words are only added to');
END;
--;;
CREATE TRIGGER own_words_no_delete BEFORE DELETE ON own_words
BEGIN
    SELECT RAISE(ABORT, 'own words are only added to');
END;
