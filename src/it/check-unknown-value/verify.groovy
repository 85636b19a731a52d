def log = new File(basedir, 'build.log').text
assert log.contains("Unknown value 'SOMETIMES' of cucm-certs.failOn. Allowed: ERROR, WARNING, NEVER")
assert !new File(basedir, 'target/cucm-certs/report.json').exists()
return true
