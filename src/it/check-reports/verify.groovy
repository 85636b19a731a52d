def reports = new File(basedir, 'target/cucm-certs')
assert reports.list().sort() == [
    'report-junit.xml', 'report.csv', 'report.ics', 'report.json', 'report.md', 'report.sarif']

def file = 'certs/cucm-sub1.example.com/tomcat/tomcat.pem'
def run = new groovy.json.JsonSlurper().parse(new File(reports, 'report.sarif')).runs[0]
assert run.results*.ruleId == ['san-added']
assert run.tool.driver.rules[run.results[0].ruleIndex].id == 'san-added'
def place = run.results[0].locations[0].physicalLocation
// relative to the root of the repository that contains this test
assert place.artifactLocation.uri.endsWith(file)
assert place.region.startLine == 1

def suites = new groovy.xml.XmlSlurper().parse(new File(reports, 'report-junit.xml')).testsuite
assert suites.collect { [it.@name.text(), it.@failures.text()] } ==
    [['cucm-sub1.example.com/tomcat', '1'], ['nothing found', '0']]
assert suites.testcase.findAll { !it.failure.isEmpty() }.collect { it.@name.text() } == ['san-added']

def page = new File(reports, 'report.md').getText('UTF-8')
assert page.startsWith('**Blocked.** 2 upload sets: 1 error, 0 warnings, 0 notices, 0 waived')
assert page.contains('`DNS:www.cucm-sub1.example.com` and `IP:10.1.2.3`')

def rows = new File(reports, 'report.csv').readLines('UTF-8')
def events = new File(reports, 'report.ics').readLines('UTF-8')
assert rows.count { it.contains('cucm-sub1.example.com/tomcat/tomcat.pem') } == 1
assert events.count('BEGIN:VEVENT') == rows.size() - 1 // without the header
assert events.any { it.startsWith('SUMMARY:Certificate expires: ') && it.contains('cucm-sub1.example.com') }

def commands = new File(basedir, 'build.log').readLines().findAll { it.startsWith('::') }
assert commands.size() == 1
assert commands[0].startsWith('::error file=')
assert commands[0].contains("$file,line=1,title=san-added%3A ")
return true
