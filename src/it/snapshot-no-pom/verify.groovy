context.get('server').stop(0)
def builds = new File(basedir, 'build.log').getText('UTF-8').split('Scanning for projects').drop(1)
assert builds.size() == 3
def (decrypted, noKey, environment) = builds

// a password that cannot be decrypted is not sent, and not replaced by the environment
def encoded = ['admin:geheim-ß', 'other:verschwiegen'].collect { it.getBytes('UTF-8').encodeBase64().toString() }
assert context.get('requests') ==
    encoded.collect { "/platformcom/api/v1/certmgr/config/snapshot/server Basic $it".toString() }
assert decrypted.contains('cucm-pub.example.com: 0 identities, 0 CSRs, 0 trust certificates; its first snapshot')
def saved = new groovy.json.JsonSlurper().parse(new File(basedir, 'certs/deployed/cucm-pub.example.com.json'))
assert saved.keySet() as List == ['takenAt', 'server', 'identities', 'trusts']

assert noKey.contains("The password cannot be decrypted (settings.xml, server cucm): ")
assert noKey.contains('Nothing was sent.')
assert environment.contains('trust certificates; nothing has changed')
builds.each { log -> ['geheim', 'verschwiegen', *encoded].each { assert !log.contains(it) : it } }
return true
