CREATE TABLE t (
  a text DEFAULT 'back\slash',
  b text DEFAULT E'it\'s; \\',
  c text DEFAULT $$dollar ' quote$$,
  d text DEFAULT $tag$with $$ inside$tag$,
  e text DEFAULT U&'d\0061t',
  f text DEFAULT 'multi'
    ' part'
);
COMMENT ON COLUMN t.a IS E'tab\there';
