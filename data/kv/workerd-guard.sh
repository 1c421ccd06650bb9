#!/bin/sh
# Runs workerd (its path is $MATCHPOINT_WORKERD) so that it ends with the process that started it,
# also where that one is killed and cannot end it: a watcher beside it looks every second.
parent=$PPID
workerd=$$
(
  while kill -0 "$parent" && kill -0 "$workerd"; do sleep 1; done
  kill -9 "$workerd"
) </dev/null >/dev/null 2>&1 3>&- &
exec "$MATCHPOINT_WORKERD" "$@"
