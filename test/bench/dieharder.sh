#!/usr/bin/env bash
# The tests of `dieharder -a` on the model's random numbers in one order, a line for each result: bash test/bench/dieharder.sh client all [startgetal].
# `all` leaves out 27 of the 33 lags of rgb_lagged_sum, which together read 224 GB; `short` takes a quarter of the time.
# `npm run toevalstoets -- client all` builds the stream first. Needs dieharder (Debian: apt-get install dieharder).
set -u
order=${1:?which order}
extent=${2:-all}
seed=${3:-1}
root=$(cd "$(dirname "$0")/../.." && pwd)

run() {
  dieharder -g 200 -D test_name -D ntuple -D tsamples -D psamples -D pvalues -D assessment "$@"
}

node "$root/.cache/bench/test/bench/random-stream.js" "$order" "$seed" | {
  if [ "$extent" = all ]; then
    for test in 0 1 2 3 4 5 6 7 8 9 10 11 12 13 15 16 17 100 101 102; do run -d $test; done
    for width in 1 2 3 4 5 6 7 8 9 10 11 12; do run -d 200 -n $width; done
    for size in 2 3 4 5; do run -d 201 -n $size; run -d 202 -n $size; done
    for lag in 0 1 2 3 7 11; do run -d 203 -n $lag; done
    for test in 204 205 206 207 208 209; do run -d $test; done
  else
    for test in 0 2 8 15 16 100 101 102 206 209; do run -d $test; done
    run -d 202 -n 5
    run -d 203 -n 1
  fi
}
