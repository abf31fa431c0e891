SELECT login, name, role, active FROM app_user WHERE rooftop_id = :rooftop_id ORDER BY name, login
