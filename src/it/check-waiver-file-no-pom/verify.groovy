def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 4
def (waived, mistyped, missing, property) = builds

assert waived.contains('[INFO]     Waived until 2026-12-31: The CA adds www, CUCM took it in the lab')
assert waived.contains('2 upload sets: 0 errors, 0 warnings, 1 for information, 1 waived')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.findings*.rule == ['san-added', 'waiver-unused']
assert report.findings[1].evidence.where == ['waivers.yaml, line 6']
assert report.findings[1].remedy == 'Remove the waiver from waivers.yaml, line 6, or correct its path or SHA-256'

assert mistyped.contains("A waiver (cucm-certs.waiverFile, mistyped.yaml, line 4) has the unknown 'raeson'. Did you mean reason?" +
    ' It has to have: rule; path or sha256; reason; until')
assert missing.contains("${new File(basedir, 'no-such.yaml')} does not exist (cucm-certs.waiverFile)")
assert property.contains('cucm-certs.waivers cannot be set on the command line: POM or waiverFile only.')
return true
