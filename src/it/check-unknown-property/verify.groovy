def log = new File(basedir, 'build.log').text
assert log.contains('Unknown parameter cucm-certs.failon. Did you mean cucm-certs.failOn?')
assert !new File(basedir, 'target/cucm-certs/report.json').exists()
return true
