INSERT INTO app_user (login, rooftop_id, name, role, active)
VALUES (:login, :rooftop_id, :name, :role, :active)
