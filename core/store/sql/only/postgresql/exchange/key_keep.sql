-- Only PostgreSQL: the guard. False: this key was destroyed.
SELECT keep_desk_key(:file, :key, :origin)
