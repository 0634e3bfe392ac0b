PUT file:///tmp/data/* @%orders AUTO_COMPRESS = TRUE;
LIST @stage/year=2024/*;
COPY INTO orders FROM @stage/path/ PATTERN = '.*/.*[.]csv';
CREATE TABLE orders (id INT, /* a comment */ scan FILE);
CREATE TABLE earlier CLONE orders AT (OFFSET => -60*5);
