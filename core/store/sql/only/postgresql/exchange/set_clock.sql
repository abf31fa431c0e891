-- Only PostgreSQL: counts in a training database alone; see now_us().
SELECT set_config('beback.at', :at, FALSE)
