-- Only PostgreSQL: whether this connection's user works here, and as what. No row: an administrator, or nobody.
SELECT login, name, role, rooftop_id FROM app_user WHERE login = session_user AND active
