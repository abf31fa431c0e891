-- Persons others have: login, how many.
SELECT login, COUNT(*)
FROM claim
WHERE rooftop_id = :rooftop_id AND login <> :login AND until > :now
GROUP BY login
ORDER BY login
