def log = new File(basedir, 'build.log')
def certs = new File(basedir, 'certs')
assert log.readLines().count { it.endsWith("Reading $certs") } == 1
['report.json', 'check-san/report.json', 'check-files/report.json'].each {
  assert new groovy.json.JsonSlurper().parse(new File(basedir, "target/cucm-certs/$it")).summary.certificates == 3
}
return true
