UPDATE claim SET until = 0, login = ''
WHERE customer_id = :customer_id AND login = :login
