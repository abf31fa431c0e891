-- Only SQLite: its trigger language. What was said about a duty is never lost.
CREATE TRIGGER duty_word_no_update BEFORE UPDATE ON duty_word
BEGIN
    SELECT RAISE(ABORT, 'words about duties are only added to');
END;
--;;
CREATE TRIGGER duty_word_no_delete BEFORE DELETE ON duty_word
BEGIN
    SELECT RAISE(ABORT, 'words about duties are only added to');
END;
