-- Is this a person who works here?
SELECT login FROM app_user WHERE login = :login AND active
