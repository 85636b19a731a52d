def log = new File(basedir, 'build.log').readLines()
assert log.any { it.startsWith('san-added: ') } : 'what was asked for is there under -q'
assert log.any { it.startsWith('  Severity: ERROR') }

// with -l Maven 3 leads it into the log file, Maven 4 to the console
assert (log + new File(basedir, 'quiet.log').readLines()).any { it.startsWith('san-missing: ') }

def rules = new File(basedir, 'rules/all.txt').getText('UTF-8').readLines()
assert rules.any { it ==~ /  san-added +ERROR +\w.+/ }
assert rules.any { it ==~ /  waiver-unused +WARNING +\w.+/ }
assert !log.any { it.contains('waiver-unused') } : 'and not to the console'
return true
