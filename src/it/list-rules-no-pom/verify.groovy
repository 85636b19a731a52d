def builds = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert builds.size() == 3
def (list, one, unknown) = builds*.readLines()

assert list.any { it ==~ /\[INFO] san \(check and check-san\)/ }
assert list.any { it ==~ /\[INFO]   san-added +ERROR +\w.+/ }
assert list.any { it ==~ /\[INFO]   waiver-unused +WARNING +\w.+/ }
assert list.findAll { it.startsWith('[INFO]   ') }.every { it.size() <= 80 }

assert one.any { it.startsWith('[INFO] san-added: ') }
['Severity: ERROR', 'Topic:    san', 'CUCM:     CSR SAN and Certificate SAN does not match', 'Message: ', 'Why: ', 'Cause: ',
    'Fix: ', 'Source: '].each { text -> assert one.any { it.startsWith("[INFO]   $text") } : text }
assert one.join(' ').replaceAll(/ \[INFO] +/, ' ').contains('Basis: rejection.')
assert !one.any { it.contains('san-missing') }

assert unknown.any { it.contains("Unknown value 'san-add' of cucm-certs.rule. Did you mean san-added? Allowed: csr-missing, ") }
return true
