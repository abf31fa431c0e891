-- Only PostgreSQL: by how many words about rules this session plans from now on; see migration 0041.
SELECT set_config('beback.rules', :count, FALSE)
