def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.uploadSets*.state == ['READY']
assert report.findings.isEmpty()
return true
