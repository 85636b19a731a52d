def report = { folder -> new groovy.json.JsonSlurper().parse(new File(basedir, "target/cucm-certs/$folder/report.json")) }
def log = new File(basedir, 'build.log').text
def output = { goal -> log.split('--- cucm-certs').findAll { it.contains(":$goal (") }.join() }

def topics = [
    'check-csr-match': ['csr-public-key-mismatch', 'cucm-pub.example.com/tomcat'],
    'check-san': ['san-added', 'cucm-sub1.example.com/tomcat'],
    'check-chain': ['ca-not-in-trust-store', 'cucm-sub2.example.com/tomcat']]
def rules = topics.values()*.get(0)
assert report('.').findings*.rule == rules : 'each topic has its error'

topics.each { goal, expected ->
  def (rule, set) = expected
  def narrow = report(goal)
  assert narrow.findings*.rule == [rule]
  assert narrow.summary.errors == 1
  assert narrow.uploadSets.collectEntries { [it.id, it.state] } ==
      topics.values().collectEntries { [it[1], it[1] == set ? 'BLOCKED' : 'NO_ERROR'] }
  assert narrow.goal == goal
  assert narrow.topics == [goal - 'check-']
  assert rules.findAll { output(goal).contains("[$it]") } == [rule]
}
assert output('check-chain').contains('BUILD FAILURE')
assert output('check-chain').contains('3 upload sets: 1 error, 0 warnings, 0 notices, 0 waived. Report: ')
assert !output('check-chain').contains('READY')
assert output('check-chain').contains('cucm-pub.example.com/tomcat: chain: no error')
return true
