def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.changeWindow == [start: '2026-12-02T04:00:00Z', end: '2026-12-02T08:00:00Z']
assert report.summary.errors == 0 && report.summary.waived == 3

def rules = report.findings.collectEntries { [it.rule, [it.severity, it.waiver]] }
assert rules.size() == report.findings.size()
assert rules == [
    'san-added': ['ERROR', [reason: 'The CA adds www, CUCM accepted it in the lab', until: '2026-12-02']],
    'csr-public-key-mismatch': ['ERROR', [reason: 'The CSR is generated again in the window', until: '2027-01-31']],
    'duplicate-file': ['ERROR', [reason: 'The load balancer uses the copy', until: '2027-01-31']],
    'ca-not-in-trust-store': ['WARNING', null],
    'waiver-expired': ['WARNING', null],
    'waiver-unused': ['WARNING', null]]
assert report.findings.find { it.rule == 'waiver-expired' }.evidence.until == ['2026-12-01']
assert report.findings.find { it.rule == 'waiver-unused' }.evidence.rule == ['san-missing']
assert report.uploadSets*.state.every { it == 'READY' }

def log = new File(basedir, 'build.log').text
assert log.contains('[INFO]     Waived until 2026-12-02: The CA adds www, CUCM accepted it in')
assert log.contains('[INFO]     Waived until 2027-01-31: The CSR is generated again in the window')
assert log.contains('4 upload sets: 0 errors, 3 warnings, 0 notices, 3 waived')
return true
