CREATE TABLE {{ schema }}.orders (id INT, v VARCHAR(10));
CREATE TABLE ${ENV}_copy (id INT);
{% if target == 'prod' %}
CREATE TABLE prod_only (id INT);
{% endif %}
{# a comment; #}
