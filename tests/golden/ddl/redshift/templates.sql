{% if create_it %}
CREATE TABLE {{ schema }}.a (id INT, {{ key }} INT, len VARCHAR({{ length }}));
{% endif %}
{# a comment; of Jinja #}
CREATE TABLE ${schema}.b (id INT);
CREATE TABLE {schema}.c (id INT);
CREATE TABLE %(schema)s.d (id INT);
CREATE TABLE %s (id INT);
CREATE TABLE <schema>.f (id INT);
CREATE TABLE @schema@.g (id INT);
CREATE TABLE $(schema).h (id INT);
CREATE TABLE :schema.i (id INT);
CREATE TABLE prefix_${env}_suffix (id INT);
