-- Only PostgreSQL: how long a statement of this session may take, and how still the store stands during one transaction.
SELECT set_config('statement_timeout', :timeout, FALSE), set_config('default_transaction_isolation', :isolation, FALSE)
