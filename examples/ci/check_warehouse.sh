#!/usr/bin/env bash
# Makes a warehouse from DDL, checks it, and compares what queries answer: a job of a pipeline.
#   check_warehouse.sh DDL [DIALECT]      dw-sim must be on PATH, or named by DW_SIM
# Ends with the exit code of the step that failed.
set -euo pipefail

ddl=${1:?the file of DDL is missing}
dialect=${2:-redshift}
dw_sim=${DW_SIM:-dw-sim}
export DW_SIM_HOME=${DW_SIM_HOME:-$PWD/.dw-sim}

# Anything that cannot be read stops the job: half a warehouse would test half of your code.
$dw_sim experiment import-sql "$ddl" --name ci --dialect "$dialect" --strict --rows 1000 --quiet \
  >/dev/null
$dw_sim experiment generate ci --seed 20260101 --quiet >/dev/null
$dw_sim experiment verify ci --quiet >/dev/null

# Replace this with what your code expects. The seed is named, so numbers may be compared. The name
# is in quotes, as Snowflake would tell it in capitals.
answer=$($dw_sim query execute 'SELECT COUNT(*) AS "n" FROM orders' --experiment ci --format csv)
expected=$'n\n1000'
if [[ ${answer//$'\r'/} != "$expected" ]]; then
  echo "Expected: $expected" >&2
  echo "Answered: $answer" >&2
  exit 1
fi

$dw_sim experiment delete ci --yes --quiet
echo "The warehouse is whole, and answers as expected"
