UPDATE desk SET last_n = :last_n, last_hlc = :last_hlc WHERE one = 1
