def port = context.get('server').address.port
context.get('server').stop(0)
def log = new File(basedir, 'build.log').getText('UTF-8')
def builds = log.split('Scanning for projects').drop(1)
assert builds.size() == 3
def (failed, reported, checked) = builds

assert failed.contains('cucm-pub.example.com/tomcat: NOT AS PLANNED')
assert failed.contains("planned certificate on port $port.")
assert failed.contains('Checked 1 port: 1 still old')
assert failed.contains('1 upload set: 1 error')
assert reported.contains('BUILD SUCCESS')
def reports = new File(basedir, 'target/cucm-certs/check-served')
assert ['report.json', 'report.html', 'report.sarif', 'report-junit.xml', 'report.md'].every { new File(reports, it).file }
def report = new groovy.json.JsonSlurper().parse(new File(reports, 'report.json'))
assert report.goal == 'check-served' && report.topics == ['served']
assert report.findings.collect { it.rule } == ['served-differs']
assert report.findings[0].evidence.before == ['deployed/cucm-pub.example.com/tomcat/tomcat.pem']
assert report.findings[0].evidence.port == [port.toString()]

// the goal check accepts the same directory
assert checked.contains('cucm-pub.example.com/tomcat: READY')
return true
