-- Only PostgreSQL: whoever works here is a role of the database, so that the database itself knows who asks. These are for
-- an administrator who may create roles; they act as that administrator, not as the owner of the tables.
CREATE FUNCTION person_role(p_login TEXT, p_role TEXT, p_active BOOLEAN, p_verifier TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF p_login !~ '^[a-z][a-z0-9_.-]{0,59}$' OR p_login ~ '^(pg_|beback_)' THEN
        RAISE EXCEPTION 'no login' USING ERRCODE = 'BD008';
    END IF;
    SET LOCAL ROLE NONE;
    IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = p_login) THEN
        EXECUTE format('CREATE ROLE %I CONNECTION LIMIT 16', p_login);
    ELSIF NOT pg_has_role(p_login, 'beback_agent', 'MEMBER') AND NOT pg_has_role(p_login, 'beback_manager', 'MEMBER')
       OR (SELECT rolsuper FROM pg_roles WHERE rolname = p_login) THEN
        RAISE EXCEPTION 'another user of this database server has that name' USING ERRCODE = 'BD009';
    END IF;
    EXECUTE format('ALTER ROLE %I %s', p_login, CASE WHEN p_active THEN 'LOGIN' ELSE 'NOLOGIN' END);
    IF p_verifier <> '' THEN
        EXECUTE format('ALTER ROLE %I PASSWORD %L', p_login, p_verifier);
    END IF;
    IF pg_has_role(p_login, CASE p_role WHEN 'manager' THEN 'beback_agent' ELSE 'beback_manager' END, 'MEMBER') THEN
        EXECUTE format('REVOKE %I FROM %I', CASE p_role WHEN 'manager' THEN 'beback_agent' ELSE 'beback_manager' END, p_login);
    END IF;
    EXECUTE format('GRANT %I TO %I', CASE p_role WHEN 'manager' THEN 'beback_manager' ELSE 'beback_agent' END, p_login);
    SET LOCAL ROLE beback_owner;
END $$;
--;;
CREATE FUNCTION person_add(p_login TEXT, p_name TEXT, p_role TEXT, p_rooftop INTEGER, p_verifier TEXT) RETURNS VOID
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    -- Of another store on this server: who works there keeps the password they have.
    IF p_verifier <> '' AND EXISTS (SELECT 1 FROM pg_roles WHERE rolname = p_login) THEN
        RAISE EXCEPTION 'another user of this database server has that name' USING ERRCODE = 'BD009';
    END IF;
    INSERT INTO app_user (login, rooftop_id, name, role, active) VALUES (p_login, p_rooftop, p_name, p_role, TRUE);
    PERFORM person_role(p_login, p_role, TRUE, p_verifier);
END $$;
--;;
CREATE FUNCTION person_set(p_login TEXT, p_name TEXT, p_role TEXT, p_active BOOLEAN) RETURNS VOID
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE app_user SET name = p_name, role = p_role, active = p_active WHERE login = p_login;
    PERFORM person_role(p_login, p_role, p_active, '');
END $$;
--;;
REVOKE ALL ON FUNCTION person_role(TEXT, TEXT, BOOLEAN, TEXT), person_add(TEXT, TEXT, TEXT, INTEGER, TEXT),
    person_set(TEXT, TEXT, TEXT, BOOLEAN) FROM PUBLIC;
