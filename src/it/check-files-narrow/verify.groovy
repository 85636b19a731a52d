def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/check-files/report.json'))
assert report.uploadSets*.state == ['NO_ERROR', 'NO_ERROR'] : 'only the rules of the topic count'
assert report.findings.isEmpty()
return true
