def reports = new File(basedir, 'target/cucm-certs')
assert reports.list().sort() == ['plan.html', 'plan.md']

def plan = new File(reports, 'plan.md').getText('UTF-8')
assert plan.contains('## Not to be attempted\n\n- `cucm-sub1.example.com/tomcat`\n')
assert plan.contains('On `cucm-pub.example.com`, which made the CSR: upload the certificate as `tomcat`')
assert plan.contains('`utils service restart Cisco AXL Tomcat`') : 'what release 14 asks for'
assert !plan.contains('On `cucm-sub1.example.com`')

def log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] Not to be attempted: cucm-sub1.example.com/tomcat')
assert log.contains('[INFO] tomcat on cucm-pub.example.com: steps ')
assert log.contains('BUILD SUCCESS') : 'findings are the business of check'
return true
