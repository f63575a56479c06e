#!/usr/bin/env bash
# usage: kube-apiserver.sh CACHE_DIR [extra kube-apiserver flags...]
# Builds kube-apiserver + etcd from Go modules into CACHE_DIR (skipped when the binaries exist),
# starts both on free loopback ports, prints ONE line of JSON {url, token, caFile, ...} on stdout when
# ready, and stays in the foreground until SIGTERM/SIGINT; then it stops its children.
# Needs: go >= 1.26.0, openssl, curl, node (for free ports). Everything but the JSON goes to stderr.
set -euo pipefail
CACHE=$(mkdir -p "${1:?usage: $0 CACHE_DIR}" && cd "$1" && pwd); shift
K8S=1.36.3   # k8s.io/kubernetes v$K8S, staging modules v0.${K8S#1.}; lib/cli/kube-apiserver.ts names both versions too
ETCD=v3.6.8  # what that release pins. Never export ETCD_*: etcd reads ETCD_<FLAG>
BIN=$CACHE/k8s-$K8S-etcd-${ETCD#v}
log() { echo "[kube-apiserver.sh] $*" >&2; }

rungo() { go "$@" & local g=$!; trap "kill -TERM $g 2>/dev/null; exit 143" TERM INT; wait $g; }
build() {
  local w=$CACHE/src-$K8S; mkdir -p "$w" "$BIN"; cd "$w"
  local s0=0.${K8S#1.}
  if [ ! -f go.mod ]; then
    { echo "module kubewrap"; echo; echo "go 1.26.0"; echo
      echo "require k8s.io/kubernetes v$K8S"
      echo "require go.etcd.io/etcd/server/v3 $ETCD"; echo
      echo "replace ("
      # every "=> ./staging/src/k8s.io/X" line of kubernetes' own go.mod (33 of them in 1.36.3)
      # becomes "=> k8s.io/X v0.Y.Z"
      local dl; dl=$(cd / && go mod download -json "k8s.io/kubernetes@v$K8S" | sed -n 's/.*"GoMod": "\(.*\)".*/\1/p') ||
        { log "the module proxy gave no k8s.io/kubernetes v$K8S"; exit 1; }
      sed -n 's#^[[:space:]]*\(k8s.io/[a-z0-9-]*\) => \./staging/.*#\t\1 => \1 v'"$s0"'#p' "$dl"
      echo ")"; } > go.mod.tmp
    mv go.mod.tmp go.mod
  fi
  local v=k8s.io/component-base/version
  export CGO_ENABLED=0 GOFLAGS="-mod=mod -buildvcs=false -trimpath"
  log "building etcd $ETCD"
  rungo build -ldflags "-s -w" -o "$BIN/etcd.tmp" go.etcd.io/etcd/server/v3
  mv "$BIN/etcd.tmp" "$BIN/etcd"
  log "building kube-apiserver v$K8S"
  rungo build -ldflags "-s -w -X $v.gitVersion=v$K8S -X $v.gitMajor=${K8S%%.*} -X $v.gitMinor=$(echo "$K8S" | cut -d. -f2) -X $v.gitCommit=module-proxy -X $v.gitTreeState=archive" \
    -o "$BIN/kube-apiserver.tmp" k8s.io/kubernetes/cmd/kube-apiserver
  mv "$BIN/kube-apiserver.tmp" "$BIN/kube-apiserver"
  cd - >/dev/null
}
have() { [ -x "$BIN/kube-apiserver" ] && [ -x "$BIN/etcd" ]; }
if ! have; then
  # one builder at a time per cache dir; SIGTERM during the build ends the go command too
  ( exec 9>"$CACHE/.lock"; flock 9; have && exit 0; t0=$(date +%s)
    trap 'kill -TERM "$(jobs -p)" 2>/dev/null; exit 143' TERM INT
    build >&2 9>&- & rc=0; wait $! || rc=$?; log "build ended rc=$rc after $(( $(date +%s) - t0 ))s"; exit $rc ) & BPID=$!
  trap 'kill -TERM $BPID 2>/dev/null; wait $BPID || true; exit 143' TERM INT
  wait $BPID
fi

RUN=$(mktemp -d "${TMPDIR:-/tmp}/kube-run.XXXXXX")
stop() {
  trap - TERM INT EXIT
  # apiserver first, etcd after it (else the apiserver spends its shutdown retrying etcd)
  for p in ${APID:-} ${EPID:-}; do
    kill -TERM "$p" 2>/dev/null || continue
    for _ in $(seq 100); do kill -0 "$p" 2>/dev/null || break; sleep 0.1; done
    kill -KILL "$p" 2>/dev/null || true
    wait "$p" 2>/dev/null || true
  done
  rm -rf "$RUN"
  exit "${1:-0}"
}
trap 'stop 0' TERM INT
trap 'stop 1' EXIT

read -r PEER CLIENT SECURE < <(node -e '
  const net=require("net"),s=[1,2,3].map(()=>net.createServer());let n=0;
  s.forEach(x=>x.listen(0,"127.0.0.1",()=>{if(++n==3){console.log(s.map(x=>x.address().port).join(" "));s.forEach(x=>x.close())}}))')
TOKEN=$(openssl rand -hex 16); VIEWER=$(openssl rand -hex 16)
mkdir -p "$RUN/pki"
# token,user,uid[,"group1,group2"]
umask 077
printf '%s,admin,admin,"system:masters"\n%s,nobody-special,u2\n' "$TOKEN" "$VIEWER" > "$RUN/tokens.csv"
openssl genrsa -out "$RUN/sa.key" 2048 2>/dev/null
openssl rsa -in "$RUN/sa.key" -pubout -out "$RUN/sa.pub" 2>/dev/null

"$BIN/etcd" --name t --data-dir "$RUN/etcd" --unsafe-no-fsync --log-level warn \
  --listen-client-urls "http://127.0.0.1:$CLIENT" --advertise-client-urls "http://127.0.0.1:$CLIENT" \
  --listen-peer-urls "http://127.0.0.1:$PEER" --initial-advertise-peer-urls "http://127.0.0.1:$PEER" \
  --initial-cluster "t=http://127.0.0.1:$PEER" >"$RUN/etcd.log" 2>&1 </dev/null &
EPID=$!
"$BIN/kube-apiserver" \
  --etcd-servers="http://127.0.0.1:$CLIENT" \
  --bind-address=127.0.0.1 --advertise-address=127.0.0.1 --secure-port="$SECURE" \
  --endpoint-reconciler-type=none \
  --cert-dir="$RUN/pki" \
  --token-auth-file="$RUN/tokens.csv" --authorization-mode=RBAC \
  --service-cluster-ip-range=10.96.0.0/16 \
  --service-account-issuer=https://kubernetes.default.svc \
  --service-account-key-file="$RUN/sa.pub" --service-account-signing-key-file="$RUN/sa.key" \
  --disable-admission-plugins=ServiceAccount --allow-privileged=true \
  "$@" \
  >"$RUN/kube-apiserver.log" 2>&1 </dev/null &
APID=$!

URL=https://127.0.0.1:$SECURE; CA=$RUN/pki/apiserver.crt
for i in $(seq 600); do
  if [ -s "$CA" ] && [ "$(curl -s --cacert "$CA" -H "Authorization: Bearer $TOKEN" "$URL/readyz" || true)" = ok ]; then break; fi
  for p in $EPID $APID; do
    kill -0 "$p" 2>/dev/null || { log "a child died:"; tail -n 20 "$RUN"/*.log >&2; exit 1; }
  done
  [ "$i" = 600 ] && { log "not ready after 60s"; tail -n 20 "$RUN"/*.log >&2; exit 1; }
  sleep 0.1
done
printf '{"url":"%s","token":"%s","caFile":"%s","plainUserToken":"%s","etcd":"http://127.0.0.1:%s","dir":"%s","pids":{"apiserver":%s,"etcd":%s}}\n' \
  "$URL" "$TOKEN" "$CA" "$VIEWER" "$CLIENT" "$RUN" "$APID" "$EPID"
# wait is interrupted by the trap; if a child dies, fall out with an error
wait -n "$EPID" "$APID" || true
log "a child ended by itself:"; tail -n 20 "$RUN"/*.log >&2
exit 1
