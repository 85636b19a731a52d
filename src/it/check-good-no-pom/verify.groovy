def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/cucm-certs/report.json'))
assert report.uploadSets*.state == ['READY']
assert report.findings.isEmpty()

def log = new File(basedir, 'build.log').readLines()
assert log.findAll { it.contains('[WARNING]') }.isEmpty() : 'Maven has no warnings'
// the JVM names the file that causes a warning; warnings on Maven's own files do not count
assert log.findAll { it.startsWith('WARNING:') && it.contains(localRepositoryPath.path) }.isEmpty() : 'Java has no warnings'

// the jar contains only what the plugin uses of Bouncy Castle, and the provider finds its algorithms by name
def jar = new File(localRepositoryPath, 'io/github/cucmcerts/cucm-certs-maven-plugin').listFiles()
    .findAll { it.directory }.collectMany { it.listFiles().toList() }
    .findAll { it.name.endsWith('.jar') && !(it.name =~ /-(sources|javadoc)\.jar$/) }.max { it.lastModified() }
def names = new java.util.zip.ZipFile(jar).withCloseable { it.entries()*.name }
assert names.findAll { it.startsWith('org/bouncycastle/') || it.endsWith('.SF') }.isEmpty()
assert names.contains('META-INF/LICENSE.md')
def loader = new URLClassLoader([jar.toURI().toURL()] as URL[], ClassLoader.platformClassLoader)
def provider = loader.loadClass('io.github.cucmcerts.bouncycastle.jce.provider.BouncyCastleProvider').getDeclaredConstructor().newInstance()
['SHA256WITHECDSA', 'SHA256WITHDSA', 'SHA256WITHRSAANDMGF1', 'SHA3-256WITHRSA', 'ED448', 'ML-DSA-65', 'FALCON-512'].each {
  assert provider.getService('Signature', it)
}
['Signature', 'KeyFactory', 'CertificateFactory', 'CertPathValidator'].each { type ->
  provider.services.findAll { it.type == type }.each { assert it.newInstance(null) }
}
return true
