select metric, day, (value * 1000000)::int8 as micros from target where scope = 'DISTRICT' order by day;
