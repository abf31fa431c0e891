-- Only PostgreSQL: what opens the file a desk keeps on its computer (core/store/seal.h), for the day its computer's keyring has lost
-- it: one row a file, which its own person reads through a function, and nobody else but the owner of this database. Once one
-- of the file's desks is taken out the key is gone from here, and what is left on that computer's disk is read by nobody.
CREATE TABLE desk_key (
    login   TEXT COLLATE "C" NOT NULL REFERENCES app_user (login),
    file    TEXT COLLATE "C" NOT NULL CHECK (length(file) = 24), -- its name, SealName
    key     TEXT COLLATE "C" NOT NULL CHECK (length(key) IN (0, 64)), -- '': destroyed
    put_at  BIGINT NOT NULL,
    PRIMARY KEY (login, file)
);
--;;
ALTER TABLE desk_key ENABLE ROW LEVEL SECURITY; -- and no policy: through the functions, or not at all
--;;
-- The desks that had such a file: one that was copied is another desk of the same file.
CREATE TABLE desk_key_of (
    login  TEXT COLLATE "C" NOT NULL,
    file   TEXT COLLATE "C" NOT NULL,
    origin TEXT COLLATE "C" NOT NULL REFERENCES replica (origin),
    PRIMARY KEY (login, file, origin),
    FOREIGN KEY (login, file) REFERENCES desk_key
);
--;;
CREATE INDEX desk_key_of_origin ON desk_key_of (origin);
--;;
ALTER TABLE desk_key_of ENABLE ROW LEVEL SECURITY;
--;;
-- Keeps the key of a file of the person who asks; p_origin: the desk that has it, '' while it is not known. A key that is there is never
-- another. False: it was destroyed, and the file has to get another name and key.
CREATE FUNCTION keep_desk_key(p_file TEXT, p_key TEXT, p_origin TEXT) RETURNS BOOLEAN
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    who app_user := me();
    there TEXT;
BEGIN
    IF p_key !~ '^[0-9a-f]{64}$' OR p_file !~ '^[0-9a-f]{24}$' THEN
        RAISE EXCEPTION 'no such key' USING ERRCODE = '22023';
    END IF;
    IF (SELECT count(*) FROM desk_key k WHERE k.login = who.login) >= 500 THEN -- a file each computer and joining, not a place to fill
        RAISE EXCEPTION 'too many keys' USING ERRCODE = 'BD005';
    END IF;
    INSERT INTO desk_key (login, file, key, put_at) VALUES (who.login, p_file, p_key, now_us()) ON CONFLICT (login, file) DO NOTHING;
    SELECT k.key INTO there FROM desk_key k WHERE k.login = who.login AND k.file = p_file FOR UPDATE;
    IF there = '' THEN
        RETURN FALSE;
    ELSIF there <> p_key THEN
        RAISE EXCEPTION 'another key is there' USING ERRCODE = '22023';
    END IF;
    IF p_origin <> '' THEN
        IF NOT EXISTS (SELECT 1 FROM replica r WHERE r.origin = p_origin AND r.login = who.login AND NOT r.revoked) THEN
            RAISE EXCEPTION 'not your desk' USING ERRCODE = 'BD007';
        END IF;
        INSERT INTO desk_key_of (login, file, origin) VALUES (who.login, p_file, p_origin) ON CONFLICT DO NOTHING;
    END IF;
    RETURN TRUE;
END $$;
--;;
-- The key of a file of the person who asks. Empty, and who took its desk out, when and why: it was destroyed. No row: it was never here.
CREATE FUNCTION desk_key(p_file TEXT) RETURNS TABLE (key TEXT, by_name TEXT, at BIGINT, why TEXT, site TEXT)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT k.key, coalesce(b.name, r.revoked_by, ''), coalesce(r.revoked_at, 0), coalesce(r.revoked_why, ''), s.name
    FROM desk_key k JOIN app_user u ON u.login = k.login AND u.active JOIN rooftop s ON s.id = u.rooftop_id
    LEFT JOIN LATERAL (SELECT o.* FROM desk_key_of f JOIN replica o ON o.origin = f.origin AND o.revoked
                       WHERE f.login = k.login AND f.file = k.file ORDER BY o.revoked_at DESC LIMIT 1) AS r ON k.key = ''
    LEFT JOIN app_user b ON b.login = r.revoked_by
    WHERE k.login = session_user AND k.file = p_file
$$;
--;;
-- In the same transaction as the taking out, whatever does that.
CREATE FUNCTION desk_key_destroyed() RETURNS TRIGGER LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE desk_key k SET key = '' FROM desk_key_of f
    WHERE f.origin = NEW.origin AND k.login = f.login AND k.file = f.file AND k.key <> '';
    RETURN NULL;
END $$;
--;;
CREATE TRIGGER replica_revoked_destroys_key AFTER UPDATE OF revoked ON replica FOR EACH ROW
WHEN (NEW.revoked AND NOT OLD.revoked) EXECUTE FUNCTION desk_key_destroyed();
--;;
REVOKE ALL ON FUNCTION keep_desk_key(TEXT, TEXT, TEXT), desk_key(TEXT), desk_key_destroyed() FROM PUBLIC;
--;;
GRANT EXECUTE ON FUNCTION keep_desk_key(TEXT, TEXT, TEXT), desk_key(TEXT) TO beback_agent, beback_manager;
