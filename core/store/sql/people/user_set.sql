UPDATE app_user SET name = :name, role = :role, active = :active WHERE login = :login
