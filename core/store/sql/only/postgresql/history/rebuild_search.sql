-- Only PostgreSQL: nothing to build anew, see check_search.
SELECT 1
