assert new File(basedir, 'target/cucm-certs/report.json').exists()
assert new File(basedir, 'site/target/cucm-certs/report.json').exists()
assert !new File(basedir, 'app/target/cucm-certs/report.json').exists()
def log = new File(basedir, 'build.log').text
assert log.contains('Nothing to check: this module has no directory certs.')
assert !log.contains('[WARNING]') : 'a parallel build causes no warnings'
return true
