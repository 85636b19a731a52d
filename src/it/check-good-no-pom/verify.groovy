def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.uploadSets*.state == ['READY']
assert report.findings.isEmpty()

def log = new File(basedir, 'build.log').readLines()
assert log.findAll { it.contains('[WARNING]') }.isEmpty() : 'Maven has no warnings'
// the JVM names the file that causes a warning; warnings on Maven's own files do not count
assert log.findAll { it.startsWith('WARNING:') && it.contains(localRepositoryPath.path) }.isEmpty() : 'Java has no warnings'
return true
