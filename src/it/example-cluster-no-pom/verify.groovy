def output = new File(basedir.parentFile.parentFile, 'example-cluster')
def report = new groovy.json.JsonSlurper().parse(new File(output, 'report.json'))
assert report.uploadSets.collectEntries { [it.id, it.state] } == [
    'cucm-pub-ms.example.com/tomcat': 'READY',
    'cucm-pub.example.com/CAPF': 'READY',
    'cucm-pub.example.com/CallManager': 'READY',
    'cucm-pub.example.com/ipsec': 'READY',
    'cucm-sub1.example.com/CallManager': 'READY',
    'cucm-sub1.example.com/ipsec': 'READY',
    'imp1.example.com/ipsec': 'READY']
assert report.summary.subMap(['errors', 'warnings', 'waived']) == [errors: 0, warnings: 0, waived: 1]

def plan = new File(output, 'plan.md').getText('UTF-8')
assert plan =~ /(?i)turn SAML single sign-on off/
assert plan.contains('On `cucm-pub.example.com`, once for all nodes: upload the certificate as `tomcat`')
assert plan.contains('Replaces the existing certificate with the same name: ')
return true
