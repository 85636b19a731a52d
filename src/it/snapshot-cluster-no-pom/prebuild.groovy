import groovy.io.FileType
import groovy.json.JsonOutput
import java.security.MessageDigest
import java.security.cert.CertificateFactory

def example = new File(basedir, '../../../examples/cluster').canonicalFile
def certs = new File(example, 'certs')
['rest', 'session'].each { name ->
    def copy = new File(basedir, name)
    copy.deleteDir()
    certs.eachFileRecurse(FileType.FILES) { file ->
        def path = certs.toPath().relativize(file.toPath())
        if (!path.startsWith('deployed')) {
            def to = new File(copy, "certs/$path")
            to.parentFile.mkdirs()
            to.bytes = file.bytes
        }
    }
    new File(copy, 'pom.xml').bytes = new File(example, 'pom.xml').bytes
}

// what each node has: its current certificates, the CSRs that the CA has signed, and two trust stores
def pem = { String path -> new File(certs, path).getText('US-ASCII') }
def nodes = ['cucm-pub.example.com', 'cucm-sub1.example.com', 'imp1.example.com']
def stores = ['tomcat-trust', 'CallManager-trust'].collectEntries { [it, pem("deployed/$it/Example_Root_CA.pem")] }
def csrs = { String node ->
    def own = ['CallManager', 'CAPF', 'ipsec'].findAll { new File(certs, "$node/$it/${it}.csr").exists() }
    [tomcat: pem('cucm-pub-ms.example.com/tomcat/tomcat.csr')] + own.collectEntries { [it, pem("$node/$it/${it}.csr")] }
}
def identities = { String node, String selfSigned ->
    ['CallManager', 'CAPF', 'ipsec'].findAll { new File(certs, "$node/$it").exists() }.collectEntries { [it, selfSigned] } +
        [tomcat: pem("deployed/$node/tomcat/tomcat.pem")]
}

def snapshot = { String node, String selfSigned ->
    def signed = csrs(node)
    def own = identities(node, selfSigned).collect { purpose, certificate ->
        [service: purpose, certificate: certificate, csr: signed.getOrDefault(purpose, '')]
    }
    def trusts = stores.collect { store, ca ->
        [service: store - '-trust', certificate_data: [[filename: 'Example_Root_CA.pem', certificate: ca]]]
    }
    JsonOutput.toJson([trackingId: '1', server: node.toUpperCase(), identities: own, trusts: trusts, revokedCertificates: []])
}

// the same from the command line of 12.5, as a terminal on Windows saves it
def session = { String node, String selfSigned ->
    def typed = ['admin:show cert list trust', *stores.keySet().collect { "$it/Example_Root_CA.pem: Trust Certificate" }, '']
    def show = { String command, String block -> typed.addAll(["admin:show $command", '[', '  Version: V3', ']', block]) }
    stores.each { store, ca -> show("cert trust $store/Example_Root_CA.pem", ca) }
    identities(node, selfSigned).each { purpose, certificate -> show("cert own $purpose/${purpose}.pem", certificate) }
    csrs(node).each { purpose, csr -> show("csr own $purpose/${purpose}.csr", csr) }
    [*typed, 'admin:exit'].join('\n').replace('\n', '\r\n')
}

def https = new GroovyShell().parse(new File(basedir, '../../../src/it/https-server.groovy'))
def addresses = []
def pins = []
def servers = nodes.collect { node ->
    def presented = new File(basedir, "${node}.pem")
    def answer = ''
    def server = https.start(node, presented) { answer }
    answer = snapshot(node, presented.text)
    addresses << "$node=127.0.0.1:${server.address.port}"
    def certificate = presented.withInputStream { CertificateFactory.getInstance('X.509').generateCertificate(it) }
    pins << MessageDigest.getInstance('SHA-256').digest(certificate.encoded).encodeHex()

    def saved = new File(basedir, "session/certs/deployed/${node}.txt")
    saved.parentFile.mkdirs()
    saved.setText(session(node, presented.text), 'US-ASCII')
    server
}
context.put('servers', servers)
def properties = context.get('userProperties')
properties.put('cucm-certs.addresses', addresses.join(','))
properties.put('cucm-certs.pins', pins.join(','))
properties.put('cucm-certs.timeoutSeconds', '60')
return true
