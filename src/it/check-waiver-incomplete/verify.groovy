def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
def (incomplete, mistyped, withoutWaiver, severities, inBoth) = builds

assert incomplete.contains('A waiver (cucm-certs.waivers) of san-added has no reason.' +
    ' A waiver must have: rule; path or sha256; reason; until')
assert mistyped.contains("A waiver (cucm-certs.waivers) has the unknown name 'ruel'. Did you mean rule?" +
    ' A waiver must have: rule; path or sha256; reason; until')
assert withoutWaiver.contains("'rule' (cucm-certs.waivers) is not a waiver. Put each waiver into its own <waiver> element.")
assert severities.contains("'severity' (cucm-certs.severities) must have text, but has the element 'rule'.")
assert inBoth.contains('The rule san-added has waivers in two places: in the POM, and in waivers.yaml, line 2. Keep them in one place.')
assert !new File(basedir, 'target/cucm-certs/report.json').exists()
return true
