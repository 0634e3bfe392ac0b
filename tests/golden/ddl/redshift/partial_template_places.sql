{{ config(
    materialized = 'table',
    post_hook = "GRANT SELECT; ON x"
) }}

CREATE TABLE after_config (id INT);
CREATE TABLE IF NOT EXISTS {} (run VARCHAR({0}));
CREATE TABLE %SCHEMA%.percent (id INT);
CREATE TABLE ${{ env.schema }}.actions (id INT);
CREATE TABLE <%= schema %>.erb (id INT);
CREATE TABLE bridge_<suffix> (id INT, m MAP<string,int>);
CREATE TABLE {{ schema }}.mixed_{{ suffix }} (
  {{ audit_columns() }}
  id INT,
  {%- if long %}
  text VARCHAR(100),
  {%- endif %}
  {{ more }},
  last DATE ENCODE {{ encoding }}
);
CREATE TABLE only_template (
  {{ columns | join(', ') }}
);
