def folder = new File(basedir, 'target/cucm-certs/ca-request')
def pub = 'cucm-pub.example.com-tomcat.cnf'
def sub = 'cucm-sub1.example.com-tomcat.cnf'
assert folder.list().sort() == ['SHA256SUMS', pub, sub, 'request.md']

def request = new File(folder, 'request.md').getText('UTF-8')
assert request.contains('### Certificates to issue\n\n#### `cucm-pub.example.com/tomcat`\n')
assert request.contains('### Certificates to issue again\n\n#### `cucm-sub1.example.com/tomcat`\n\n- What is wrong:\n')
assert request.contains('contains `DNS:www.cucm-sub1.example.com` and `IP:10.1.2.3`, which CSR')
assert request.contains('- Names: `DNS:cucm-pub.example.com`, `DNS:example.com`: these and no others\n')

def extensions = new File(folder, sub).getText('US-ASCII')
assert extensions.contains('\nextendedKeyUsage = serverAuth, clientAuth\n')
assert extensions.endsWith('\n[alt_names]\nDNS.1 = cucm-sub1.example.com\nDNS.2 = example.com\n')

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO] Certificate to issue: cucm-pub.example.com/tomcat')
assert log.contains('[INFO] Certificate to issue again: cucm-sub1.example.com/tomcat')
assert log.contains('BUILD SUCCESS') : 'blocked sets do not fail the goal ca-request'
return true
