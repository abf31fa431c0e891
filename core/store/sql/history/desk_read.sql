SELECT origin, last_n, last_hlc FROM desk WHERE one = 1
