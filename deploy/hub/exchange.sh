#!/bin/sh
# Make nbgrader's exchange for one course: exchange.sh INSTRUCTOR [FOLDER] [COURSE]. Run it as root; again does no harm.
# INSTRUCTOR is a user's name, or a number where the system does not know them.
#
# nbgrader wants the folder writable for everybody. The sticky bit (1...) keeps what lies in it from being renamed or
# deleted by others, and the course's folders exist before a learner can make them.
set -eu
instructor=$1
exchange=${2:-/srv/nbgrader/exchange}
course=$exchange/${3:-neural-networks-1}

case $instructor in *[!0-9]*) id "$instructor" >/dev/null ;; esac
mkdir -p "$exchange"
chown root:root "$exchange"
chmod 1777 "$exchange"
make() {
  [ ! -L "$2" ] || { echo "$2 is a link; delete it first." >&2; exit 1; }
  mkdir -p "$2"
  chown "$instructor" "$2"
  chmod "$1" "$2"
}
make 0755 "$course"
make 0755 "$course/outbound"
# Learners put in and cannot look: each submission's folder has a name that nobody can guess.
make 3733 "$course/inbound"
# Each page has a name made from a secret that only the learner and the instructor have.
make 0711 "$course/feedback"
