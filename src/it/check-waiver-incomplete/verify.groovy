def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 5
def (incomplete, mistyped, withoutWaiver, severities, inBoth) = builds

assert incomplete.contains('A waiver (cucm-certs.waivers) of san-added lacks its reason.' +
    ' It has to have: rule; path or sha256; reason; until')
assert mistyped.contains("A waiver (cucm-certs.waivers) has the unknown 'ruel'. Did you mean rule?" +
    ' It has to have: rule; path or sha256; reason; until')
assert withoutWaiver.contains("'rule' (cucm-certs.waivers) is no waiver. Put each into an element <waiver> of its own")
assert severities.contains("'severity' (cucm-certs.severities) has to have text, and has the element 'rule'")
assert inBoth.contains('The rule san-added has waivers in two places: in the POM, and in waivers.yaml, line 2. Keep them in one')
assert !new File(basedir, 'target/cucm-certs/report.json').exists()
return true
