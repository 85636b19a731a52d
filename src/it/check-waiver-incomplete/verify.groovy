def log = new File(basedir, 'build.log').text
assert log.contains('A waiver (cucm-certs.waivers) of san-added lacks its reason.' +
    ' It has to have: rule; path or sha256; reason; until')
assert !new File(basedir, 'target/cucm-certs/report.json').exists()
return true
