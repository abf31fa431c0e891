-- Only SQLite: a desk's own store notes who works at its site, as the shared database says.
INSERT INTO app_user (login, rooftop_id, name, role, active) VALUES (:login, :rooftop_id, :name, :role, :active)
ON CONFLICT (login) DO UPDATE SET rooftop_id = excluded.rooftop_id, name = excluded.name, role = excluded.role,
    active = excluded.active
