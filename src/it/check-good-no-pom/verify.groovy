def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.uploadSets*.state == ['READY']
assert report.findings.isEmpty()

def log = new File(basedir, 'build.log').readLines()
assert log.findAll { it.contains('[WARNING]') }.isEmpty() : 'Maven warns of nothing'
// a JVM names the file whose code it warns of; Maven's own are not our business
assert log.findAll { it.startsWith('WARNING:') && it.contains(localRepositoryPath.path) }.isEmpty() : 'nor does Java'
return true
