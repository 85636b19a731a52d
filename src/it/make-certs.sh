#!/usr/bin/env bash
# Makes new certificates for the integration tests: copies from the example, and new ones for check-narrow and check-waived,
# in which each node has an error of a different topic. The keys are in a temporary folder, which is deleted.
set -eu
cd "$(dirname "$0")"
for copy in check-files-narrow check-san-added check-unknown-value check-good-no-pom check-modules check-modules/site check-one-output check-one-output/site check-reports \
    check-waiver-file-no-pom inspect-no-pom plan-no-pom ca-request-no-pom; do
  rm -rf "$copy/certs"
  cp -r ../../examples/certs "$copy/certs"
done
rm -r {check-good-no-pom,check-modules,check-modules/site,check-one-output,check-one-output/site}/certs/cucm-sub1.example.com
rm ca-request-no-pom/certs/cucm-pub.example.com/tomcat/tomcat.pem

keys=$(mktemp -d)
trap 'rm -rf "$keys"' EXIT
usage=keyUsage=digitalSignature,keyEncipherment,dataEncipherment
extended=extendedKeyUsage=serverAuth,clientAuth

root() { # name, file
  openssl req -x509 -newkey rsa:2048 -nodes -keyout "$2.key" -subj "/O=Example/CN=$1" -days 7300 \
    -addext 'keyUsage=critical,keyCertSign,cRLSign' -out "$2.pem" 2>/dev/null
}
csr() { # node, key, output, [names]
  openssl req -new -newkey rsa:2048 -nodes -keyout "$2" -subj "/C=MX/O=Example/CN=$1" \
    -addext "subjectAltName=${4:-DNS:$1}" -addext "$usage" -addext "$extended" -out "$3" 2>/dev/null
}
leaf() { # CSR, CA, names, output
  openssl x509 -req -in "$1" -CA "$2.pem" -CAkey "$2.key" -days 1825 -set_serial "0x$(openssl rand -hex 16)" -out "$4" \
    -extfile <(printf '%s\n' "subjectAltName=$3" "$usage" "$extended" basicConstraints=CA:FALSE \
      subjectKeyIdentifier=hash authorityKeyIdentifier=keyid) 2>/dev/null
}
set_of() { # node, CA, names, [CSR that the leaf answers], [names of the CSR]
  folder="$out/$1/tomcat"
  mkdir -p "$folder"
  csr "$1" "$keys/$1.key" "$folder/tomcat.csr" "${5:-}"
  leaf "${4:-$folder/tomcat.csr}" "$2" "$3" "$folder/tomcat.pem"
}
test_of() { # folder
  out="$1/certs"
  rm -rf "$out"
  mkdir -p "$out/ca"
  cp "$keys/root.pem" "$out/ca"
}
root 'Example Root CA' "$keys/root"
root 'Other Root CA' "$keys/other"

test_of check-narrow
csr cucm-pub.example.com "$keys/new.key" "$keys/new.csr"
set_of cucm-pub.example.com "$keys/root" DNS:cucm-pub.example.com "$keys/new.csr"
set_of cucm-sub1.example.com "$keys/root" DNS:cucm-sub1.example.com,DNS:www.cucm-sub1.example.com
set_of cucm-sub2.example.com "$keys/other" DNS:cucm-sub2.example.com

test_of check-waived
set_of cucm-pub.example.com "$keys/root" DNS:cucm-pub.example.com,DNS:www.cucm-pub.example.com
csr cucm-sub1.example.com "$keys/new.key" "$keys/new.csr"
set_of cucm-sub1.example.com "$keys/root" DNS:cucm-sub1.example.com "$keys/new.csr"
sha256=$(openssl x509 -in "$folder/tomcat.pem" -noout -fingerprint -sha256)
sed -i "s|<sha256>.*</sha256>|<sha256>${sha256#*=}</sha256>|" check-waived/pom.xml
set_of cucm-sub2.example.com "$keys/other" DNS:cucm-sub2.example.com
names=DNS:cucm-sub3.example.com,DNS:*.example.com
set_of cucm-sub3.example.com "$keys/root" "$names" '' "$names"
cp "$folder/tomcat.pem" "$folder/tomcat-copy.pem"
