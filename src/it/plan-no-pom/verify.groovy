def reports = new File(basedir, 'target/cucm-certs')
assert reports.list().sort() == ['plan.html', 'plan.md', 'uploads', 'uploads.zip']

def plan = new File(reports, 'plan.md').getText('UTF-8')
assert plan.contains('## Do not upload\n\n`uploads/` has no files for these upload sets. The reasons are listed here. A blocked set that is not listed here has steps and files: this runbook itself solves its problem, with a deletion or a second change window.\n\n- `cucm-sub1.example.com/tomcat`\n')
assert plan.contains('On `cucm-pub.example.com`, which generated the CSR: upload the certificate as `tomcat`')
assert plan.contains('`utils service restart Cisco AXL Tomcat`') : 'release 14 requires it'
assert !plan.contains('On `cucm-sub1.example.com`')

def uploads = new File(reports, 'uploads')
assert uploads.list().size() == 4
uploads.eachFileMatch(~/.*\.pem/) { assert plan.contains("`$it.name`") && it.name.contains('tomcat') }

def log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] Do not upload: cucm-sub1.example.com/tomcat')
assert log.contains('[INFO] tomcat on cucm-pub.example.com: steps ')
assert log.contains('BUILD SUCCESS') : 'findings do not fail the goal plan'
return true
