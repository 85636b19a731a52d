def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 4
def (waived, mistyped, missing, property) = builds

assert waived.contains('[INFO]     Waived until 2026-12-31: The CA adds www, CUCM accepted it in')
assert waived.contains('2 upload sets: 0 errors, 0 warnings, 1 notice, 1 waived')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.findings*.rule == ['san-added', 'waiver-unused']
assert report.findings[1].evidence.where == ['waivers.yaml, line 6']
assert report.findings[1].remedy.contains('waivers.yaml, line 6')

assert mistyped.contains("A waiver (cucm-certs.waiverFile, mistyped.yaml, line 4) has the unknown name 'raeson'. Did you mean reason?" +
    ' A waiver must have: rule; path or sha256; reason; until')
assert missing.contains("${new File(basedir, 'no-such.yaml')} does not exist (cucm-certs.waiverFile).")
assert property.contains('cucm-certs.waivers cannot be set on the command line. Set waivers in the plugin')
return true
