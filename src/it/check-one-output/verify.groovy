// the root is built first, its module after it
def report = new File(basedir, 'target/reports/report.json')
assert new groovy.json.JsonSlurper().parse(report).summary.certificates == 3
assert new File(basedir, 'target/reports/check-san/report.json').exists() : 'goals of one module write next to each other'
def log = new File(basedir, 'build.log').text
assert log.contains("This build already wrote the report $report (com.example.voice:one-output:pom:1, directory ${new File(basedir, 'certs')})")
return true
