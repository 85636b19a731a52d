import groovy.json.JsonSlurper

context.get('servers')*.stop(0)
def builds = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert builds.size() == 5
def (before, snapshot, check, plan, session) = builds
def assumed = 'this runbook assumes it'
def runbook = { String folder -> new File(basedir, "$folder/plan.md").getText('UTF-8') }
def report = { String folder -> new JsonSlurper().parse(new File(basedir, "$folder/report.json")) }
def nodes = ['cucm-pub.example.com', 'cucm-sub1.example.com', 'imp1.example.com']

// without exports, the content of the trust stores is unknown
assert !before.contains('deployed: ')
assert runbook('rest/before').contains(assumed)

def saved = nodes.collect { new JsonSlurper().parse(new File(basedir, "rest/certs/deployed/${it}.json")) }
assert saved*.server.collect { it.toLowerCase() } == nodes
assert saved.every { it.takenAt && !it.trackingId }
assert snapshot.contains('cucm-pub.example.com: 4 identities, 4 CSRs, 2 trust certificates; its first snapshot')
def asOf = saved*.takenAt.min().take('2026-11-26T12:57'.length()).replace('T', ' ')
// in the offset of the change window, with UTC next to it; the console breaks long lines
assert check.replaceAll(/\s+(\[INFO\]\s+)?/, ' ') =~ /deployed: 3 of 3 nodes, as of \S+ \S+ -06:00 \($asOf/
assert session.contains('deployed: 3 of 3 nodes')
assert !session.contains('as of')

['rest', 'session'].each { folder ->
    def its = report("$folder/target/cucm-certs")
    assert its.uploadSets*.state.toSet() == ['READY'] as Set
    assert its.summary.errors == 0
    def text = runbook("$folder/target/cucm-certs")
    assert !text.contains(assumed)
    assert !text.contains('deployed/ does not show')
    assert text.contains('. Source: `deployed/cucm-sub1.example.com.')
    // tomcat-trust has an older certificate of the root
    assert text.contains('Replaces the existing certificate with the same name: ')
}
assert report('rest/target/cucm-certs').findings*.rule == report('session/target/cucm-certs').findings*.rule
return true
