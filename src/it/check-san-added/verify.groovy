def log = new File(basedir, 'build.log').text
assert log.contains('cucm-pub.example.com/tomcat: READY')
assert log.contains('cucm-sub1.example.com/tomcat: BLOCKED')
assert log.contains('CUCM:  CSR SAN and Certificate SAN does not match')
assert log.contains('BUILD FAILURE')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.directory == 'certs'
assert report.findings.findAll { it.severity == 'ERROR' }*.rule == ['san-added']
assert report.findings[0].evidence.added == ['DNS:www.cucm-sub1.example.com', 'IP:10.1.2.3']
assert report.files.size() == 6
return true
