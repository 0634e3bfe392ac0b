#!/usr/bin/env bash
# Makes a warehouse from DDL, checks it, and compares what queries answer: a job of a pipeline.
#   check_warehouse.sh DDL [DIALECT]      dw-sim must be on PATH, or named by DW_SIM
# Ends with the exit code of the step that failed.
set -euo pipefail

ddl=${1:?the file of DDL is missing}
dialect=${2:-redshift}
dw_sim=${DW_SIM:-dw-sim}
export DW_SIM_HOME=${DW_SIM_HOME:-$PWD/.dw-sim}

here=$(dirname "$0")

# Anything that cannot be read stops the job: half a warehouse would test half of your code. What an
# earlier job left behind under the name is replaced.
$dw_sim experiment import-sql "$ddl" --name ci --dialect "$dialect" --strict --rows 1000 --quiet \
  --replace --yes >/dev/null
$dw_sim experiment generate ci --seed 20260101 --quiet >/dev/null
$dw_sim experiment verify ci --quiet >/dev/null

# Put your own queries beside this script. The seed is named, so answers may be compared; take one
# as the expected one with: dw-sim query run orders.sql --experiment ci --output orders.csv
for query in "$here"/*.sql; do
  $dw_sim query run "$query" --experiment ci --expect "${query%.sql}.csv"
done

$dw_sim experiment delete ci --yes --quiet
echo "The warehouse is whole, and answers as expected"
