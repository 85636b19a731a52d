// Maven's own first line can begin with the end of a color, even without colors
def lines = { file -> new File(basedir, file).readLines()*.replaceAll(/\u001b\[[0-9;]*m/, '') }
def log = lines('build.log')
assert log.any { it.startsWith('san-added: ') } : '-q does not hide the answer'
assert log.any { it.startsWith('  Severity: ERROR') }

// with -l, Maven 3 writes it to the log file, Maven 4 to the console
assert (log + lines('quiet.log')).any { it.startsWith('san-missing: ') }

def rules = new File(basedir, 'rules/all.txt').getText('UTF-8').readLines()
assert rules.any { it ==~ /  san-added +ERROR +\w.+/ }
assert rules.any { it ==~ /  waiver-unused +WARNING +\w.+/ }
assert !log.any { it.contains('waiver-unused') } : 'the answer is only in the file'
return true
