-- Only SQLite: its trigger language. The history is only ever added to, whoever asks.
CREATE TRIGGER event_no_update BEFORE UPDATE ON event
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
--;;
CREATE TRIGGER event_no_delete BEFORE DELETE ON event
BEGIN
    SELECT RAISE(ABORT, 'the history is append-only');
END;
--;;
-- What search looks through. Fragments of three letters and more are found by trigrams; detail=none keeps the index a third as large
-- and search looks at the text again anyway.
CREATE VIRTUAL TABLE search_index USING fts5 (
    body, content='search_doc', content_rowid='doc', tokenize='trigram', detail='none', columnsize=0
);
--;;
CREATE TRIGGER search_doc_added AFTER INSERT ON search_doc
BEGIN
    INSERT INTO search_index (rowid, body) VALUES (new.doc, new.body);
END;
--;;
CREATE TRIGGER search_doc_changed AFTER UPDATE OF body ON search_doc
BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', old.doc, old.body);
    INSERT INTO search_index (rowid, body) VALUES (new.doc, new.body);
END;
--;;
CREATE TRIGGER search_doc_removed AFTER DELETE ON search_doc
BEGIN
    INSERT INTO search_index (search_index, rowid, body) VALUES ('delete', old.doc, old.body);
END;
