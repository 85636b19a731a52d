def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
def (pair, otherKey, noFile, missing, file) = builds*.readLines()
def has = { lines, pattern -> assert lines.any { it ==~ /\[INFO] $pattern/ } : pattern }

has(pair, /certs\/ca\/root\.pem: PEM/)
has(pair, /  line 1     CA certificate of O=Example,CN=Example Root CA/)
has(pair, /  line 1     CSR of C=MX,O=Example,CN=cucm-sub1\.example\.com/)
has(pair, /SAN          DNS:cucm-sub1\.example\.com       DNS:cucm-sub1\.example\.com/)
has(pair, /             -                            <> IP:10\.1\.2\.3/)
has(pair, /SHA-256 of   [0-9a-f]+ +[0-9a-f]+/)
has(pair, /CA certificate/)
assert pair.count { it.contains('Side by side') } == 1
def from = pair.findIndexOf { it.startsWith('[INFO] certs/') }
def shown = pair.drop(from).takeWhile { !it.startsWith('[INFO] -----') }
assert shown.size() > 50
assert shown.every { it.size() <= 80 }

has(otherKey, /Subject      C=MX,O=Example,              <> C=MX,O=Example,/)
has(otherKey, /SHA-256 of   [0-9a-f]+ +<> [0-9a-f]+/)

assert noFile.any { it.contains('-Dcucm-certs.file=tomcat.csr,tomcat.pem') }
assert missing.any { it.contains("${new File(basedir, 'certs/tomcat.csr')} does not exist (cucm-certs.file).") }
assert !new File(basedir, 'target').exists()

assert !file.any { it.contains('Side by side') }
def written = new File(basedir, 'shown/other-key.txt').getText('UTF-8')
assert written.readLines().any { it ==~ /SHA-256 of   [0-9a-f]+ +<> [0-9a-f]+/ }
assert !written.contains('\u001b') : 'only the console has colors'
return true
