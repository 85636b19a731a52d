context.get('server').stop(0)
def log = new File(basedir, 'build.log').getText('UTF-8')

// a password that cannot be decrypted is not sent, and not replaced by the environment
def encoded = ['admin:geheim-ß', 'other:verschwiegen'].collect { it.getBytes('UTF-8').encodeBase64().toString() }
assert context.get('requests') ==
    encoded.collect { "/platformcom/api/v1/certmgr/config/snapshot/server Basic $it".toString() }
assert log.contains('cucm-pub.example.com: 0 identities, 0 CSRs, 0 trust certificates; its first snapshot')
def saved = new groovy.json.JsonSlurper().parse(new File(basedir, 'certs/deployed/cucm-pub.example.com.json'))
assert saved.keySet() as List == ['takenAt', 'server', 'identities', 'trusts']

// Maven 4 stops before any goal
assert log =~ /(?s)The password cannot be decrypted \(settings.xml, server cucm\): .*Nothing was sent\./ ||
    log.contains('FATAL: Could not decrypt password')
assert log.contains('trust certificates; nothing has changed')
['geheim', 'verschwiegen', *encoded].each { assert !log.contains(it) : it }
return true
