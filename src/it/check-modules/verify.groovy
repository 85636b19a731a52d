assert new File(basedir, 'target/cucm-certs/report.json').exists()
assert new File(basedir, 'site/target/cucm-certs/report.json').exists()
assert !new File(basedir, 'app/target/cucm-certs/report.json').exists()
assert new File(basedir, 'build.log').text.contains('Nothing to check: this module has no directory certs')
return true
