def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/check-files/report.json'))
assert report.uploadSets*.state == ['READY', 'READY'] : 'only the rules of the topic count'
assert report.findings.isEmpty()
return true
