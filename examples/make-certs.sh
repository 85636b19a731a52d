#!/usr/bin/env bash
# Creates the example certificates again. The private keys are in a temporary folder, which the script deletes.
set -eu
out=$(cd "$(dirname "$0")" && pwd)/certs
keys=$(mktemp -d)
trap 'rm -rf "$keys"' EXIT
rm -rf "$out"
mkdir -p "$out/ca"
usage='keyUsage=digitalSignature,keyEncipherment,dataEncipherment
extendedKeyUsage=serverAuth,clientAuth'

key() { openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$keys/$1.key" 2>/dev/null; }
sign() { # CSR, CA, days, extensions, output
  openssl x509 -req -in "$1" -CA "$out/ca/$2.pem" -CAkey "$keys/$2.key" -days "$3" -extfile <(printf '%s\n' "$4") \
    -set_serial "0x$(openssl rand -hex 16)" -out "$5" 2>/dev/null
}

key root
openssl req -x509 -new -key "$keys/root.key" -subj '/O=Example/CN=Example Root CA' -days 7300 \
  -addext 'keyUsage=critical,keyCertSign,cRLSign' -out "$out/ca/root.pem"
key issuing
openssl req -new -key "$keys/issuing.key" -subj '/O=Example/CN=Example Issuing CA' -out "$keys/issuing.csr"
sign "$keys/issuing.csr" root 3650 $'basicConstraints=critical,CA:TRUE,pathlen:0\nkeyUsage=critical,keyCertSign,cRLSign\nsubjectKeyIdentifier=hash\nauthorityKeyIdentifier=keyid' "$out/ca/issuing.pem"

set_of() { # node, requested names, issued names
  folder="$out/$1/tomcat"
  mkdir -p "$folder"
  key "$1"
  openssl req -new -key "$keys/$1.key" -subj "/C=MX/O=Example/CN=$1" -addext "subjectAltName=$2" \
    -addext 'keyUsage=digitalSignature,keyEncipherment,dataEncipherment' -addext 'extendedKeyUsage=serverAuth,clientAuth' \
    -out "$folder/tomcat.csr"
  sign "$folder/tomcat.csr" issuing 1825 "subjectAltName=$3
$usage
basicConstraints=CA:FALSE
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid" "$folder/tomcat.pem"
}
set_of cucm-pub.example.com DNS:cucm-pub.example.com,DNS:example.com DNS:cucm-pub.example.com,DNS:example.com
set_of cucm-sub1.example.com DNS:cucm-sub1.example.com,DNS:example.com DNS:cucm-sub1.example.com,DNS:example.com,DNS:www.cucm-sub1.example.com,IP:10.1.2.3
