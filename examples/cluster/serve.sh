#!/usr/bin/env bash
# Starts servers that replace the nodes of this example, on loopback addresses of Linux. It needs openssl.
#   serve.sh DIRECTORY before   generates certificates and keys in DIRECTORY, and serves the deployed certificates
#   serve.sh DIRECTORY after    restarts the servers with the offered certificates
#   serve.sh DIRECTORY stop     stops the servers
# DIRECTORY contains private keys: do not commit it.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
directory=$1

stop() {
  [ ! -f "$directory/pids" ] || while read -r pid; do kill "$pid" 2>/dev/null || true; done < "$directory/pids"
  rm -f "$directory/pids"
}
serve() { # address, port, certificate, key
  openssl s_server -quiet -accept "$1:$2" -cert "$3" -key "$4" -cert_chain certs/ca/issuing.pem > /dev/null 2>&1 &
  echo $! >> pids
}
serve_all() { # before or after
  cd "$directory"
  for node in 1:cucm-pub 2:cucm-sub1 3:imp1; do
    if [ "$1" = after ]; then
      serve 127.0.0.1"${node%%:*}" 8443 certs/cucm-pub-ms.example.com/tomcat/tomcat.pem keys/cucm-pub-ms.example.com-tomcat.key
    else
      serve 127.0.0.1"${node%%:*}" 8443 "certs/deployed/${node#*:}.example.com/tomcat/tomcat.pem" keys/old.key
    fi
  done
  for service in 1:cucm-pub:CallManager:5061 1:cucm-pub:CallManager:6972 2:cucm-sub1:CallManager:5061 \
    2:cucm-sub1:CallManager:6972 1:cucm-pub:CAPF:3804; do
    IFS=: read -r number host purpose port <<< "$service"
    name=$host.example.com
    if [ "$1" = after ]; then
      serve "127.0.0.1$number" "$port" "certs/$name/$purpose/$purpose.pem" "keys/$name-$purpose.key"
    else
      own="certs/deployed/$name/$purpose"
      mkdir -p "$own"
      [ -f "$own/$purpose.pem" ] || openssl req -x509 -newkey rsa:2048 -nodes -keyout "keys/$name-$purpose-before.key" \
        -out "$own/$purpose.pem" -days 1800 -subj "/C=MX/O=Example/CN=$name" -addext "subjectAltName=DNS:$name" 2>/dev/null
      serve "127.0.0.1$number" "$port" "$own/$purpose.pem" "keys/$name-$purpose-before.key"
    fi
  done
  sleep 1
}

case ${2:-} in
  before) stop; "$here/make-certs.sh" "$directory"; serve_all before ;;
  after) stop; serve_all after ;;
  stop) stop ;;
  *) sed -n '2,6s/^# \{0,1\}//p' "$0"; exit 2 ;;
esac
