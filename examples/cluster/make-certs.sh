#!/usr/bin/env bash
# Creates the certificates of this example again. The private keys are in a temporary folder, which the script deletes.
# With a directory, the script creates them there, in certs, and keeps their keys in its folder keys: serve.sh needs them.
set -eu
if [ $# -gt 0 ]; then
  mkdir -p "$1/keys"
  out=$(cd "$1" && pwd)/certs
  work=$(cd "$1" && pwd)/keys
else
  out=$(cd "$(dirname "$0")" && pwd)/certs
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
rm -rf "$out"
mkdir -p "$out/ca" "$work/new"
cd "$work"
touch index
cat > ca.cnf <<CONFIG
[ca]
default_ca = it
[it]
database = index
new_certs_dir = new
rand_serial = yes
default_md = sha256
policy = any
email_in_dn = no
preserve = yes
unique_subject = no
[any]
countryName = optional
organizationName = optional
commonName = supplied
[root]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
[issuing]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign,cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONFIG

certificate() { # CSR, the signer's certificate or -selfsign, its key, from, until, section of extensions, output
  signer=(-cert "$2")
  [ "$2" != -selfsign ] || signer=(-selfsign)
  openssl ca -batch -config ca.cnf -in "$1" "${signer[@]}" -keyfile "$3" -startdate "$4" -enddate "$5" \
    -extensions "$6" -notext -out "$7" 2> log || { cat log; exit 1; }
}
request() { # name of key, subject, output, [SAN, key usage, extended key usage]
  [ -f "$1.key" ] || openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$1.key" 2>/dev/null
  openssl req -new -key "$1.key" -subj "$2" -out "$3" ${4:+-addext "subjectAltName=$4"} ${5:+-addext "keyUsage=$5"} \
    ${6:+-addext "extendedKeyUsage=$6"}
}
set_of() { # node, purpose, names, key usage, extended key usage, basicConstraints
  folder="$out/$1/$2"
  mkdir -p "$folder"
  request "$1-$2" "/C=MX/O=Example/CN=$1" "$folder/$2.csr" "$3" "$4" "$5"
  cat >> ca.cnf <<CONFIG
[$1-$2]
basicConstraints = $6
subjectAltName = $3
keyUsage = $4
extendedKeyUsage = $5
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
CONFIG
  certificate "$folder/$2.csr" "$out/ca/issuing.pem" issuing.key 20261101000000Z 20281101000000Z "$1-$2" "$folder/$2.pem"
}

request root '/O=Example/CN=Example Root CA' root.csr
certificate root.csr -selfsign root.key 20200101000000Z 20400101000000Z root "$out/ca/root.pem"
request issuing '/O=Example/CN=Example Issuing CA' issuing.csr
certificate issuing.csr "$out/ca/root.pem" root.key 20220101000000Z 20350101000000Z issuing "$out/ca/issuing.pem"

usage=digitalSignature,keyEncipherment,dataEncipherment
all=DNS:cucm-pub.example.com,DNS:cucm-sub1.example.com,DNS:imp1.example.com,DNS:example.com
set_of cucm-pub-ms.example.com tomcat "$all" $usage serverAuth,clientAuth CA:FALSE
for node in cucm-pub cucm-sub1; do
  set_of $node.example.com CallManager DNS:$node.example.com,DNS:example.com $usage serverAuth,clientAuth CA:FALSE
done
for node in cucm-pub cucm-sub1 imp1; do
  set_of $node.example.com ipsec DNS:$node.example.com,DNS:example.com $usage serverAuth,clientAuth,ipsecEndSystem CA:FALSE
done
set_of cucm-pub.example.com CAPF DNS:cucm-pub.example.com digitalSignature,keyCertSign serverAuth critical,CA:TRUE,pathlen:0
rm "$out/imp1.example.com/ipsec/ipsec.csr"

deployed="$out/deployed"
mkdir -p "$deployed/tomcat-trust" "$deployed/CallManager-trust"
certificate root.csr -selfsign root.key 20160101000000Z 20300101000000Z root "$deployed/tomcat-trust/Example_Root_CA.pem"
cp "$out/ca/root.pem" "$deployed/CallManager-trust/Example_Root_CA.pem"
cat >> ca.cnf <<CONFIG
[deployed]
subjectAltName = $all
keyUsage = $usage
extendedKeyUsage = serverAuth,clientAuth
CONFIG
request old /C=MX/O=Example/CN=cucm-pub-ms.example.com old.csr
certificate old.csr -selfsign old.key 20211215000000Z 20261214000000Z deployed old.pem
for node in cucm-pub cucm-sub1 imp1; do
  mkdir -p "$deployed/$node.example.com/tomcat"
  cp old.pem "$deployed/$node.example.com/tomcat/tomcat.pem"
done
