import groovy.io.FileType

// the certificates of the example, and a node that still serves its deployed certificate, which is generated here
def certs = new File(basedir, 'certs')
def example = new File(basedir, '../../../examples/certs').canonicalFile
example.eachFileRecurse(FileType.FILES) { file ->
    def path = example.toPath().relativize(file.toPath())
    if (!path.startsWith('cucm-sub1.example.com')) {
        def to = new File(certs, path.toString())
        to.parentFile.mkdirs()
        to.bytes = file.bytes
    }
}
def deployed = new File(certs, 'deployed/cucm-pub.example.com/tomcat')
deployed.mkdirs()
def https = new GroovyShell().parse(new File(basedir, '../../../src/it/https-server.groovy'))
def server = https.start('cucm-pub.example.com', new File(deployed, 'tomcat.pem'), { '{}' }, 'RSA')
context.put('server', server)

def properties = context.get('userProperties')
properties.put('cucm-certs.publisher', 'cucm-pub.example.com')
properties.put('cucm-certs.changeWindow', '2026-12-01')
properties.put('cucm-certs.addresses', "cucm-pub=127.0.0.1:${server.address.port}".toString())
properties.put('cucm-certs.timeoutSeconds', '60')
// not in invoker.properties: the invoker splits goals at commas
properties.put('cucm-certs.reports', 'json,html,sarif,junit,markdown')
return true
