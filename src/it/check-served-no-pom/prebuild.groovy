// a node that serves a certificate of its own, made now; the directory has another one to be served, and its CSR
def folder = new File(basedir, 'certs/cucm-pub.example.com/tomcat')
def deployed = new File(basedir, 'certs/deployed/cucm-pub.example.com/tomcat')
folder.mkdirs()
deployed.mkdirs()
def https = new GroovyShell().parse(new File(basedir, '../../../src/it/https-server.groovy'))
def server = https.start('cucm-pub.example.com', new File(deployed, 'tomcat.pem')) { '{}' }
context.put('server', server)
def run = { String... command ->
    def process = new ProcessBuilder(command).directory(folder).redirectErrorStream(true).start()
    def output = process.inputStream.text
    assert process.waitFor() == 0 : output
}
run('openssl', 'req', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', 'key', '-out', 'tomcat.csr',
    '-subj', '/CN=cucm-pub.example.com', '-addext', 'subjectAltName=DNS:cucm-pub.example.com')
run('openssl', 'x509', '-req', '-in', 'tomcat.csr', '-signkey', 'key', '-days', '30', '-out', 'tomcat.pem')
new File(folder, 'key').delete()
// its key is an EC key, and self-signed is no error here
new File(basedir, 'certs/cucm-pub.example.com').renameTo(new File(basedir, 'certs/moved'))
new File(basedir, 'certs/moved/tomcat').renameTo(new File(basedir, 'certs/moved/tomcat-ECDSA'))
new File(basedir, 'certs/moved').renameTo(new File(basedir, 'certs/cucm-pub.example.com'))
deployed.renameTo(new File(deployed.parentFile, 'tomcat-ECDSA'))
new File(basedir, 'waivers.yaml').setText('''severities:
  leaf-self-signed: INFO
  san-missing: INFO
  key-usage-missing: INFO
  extended-key-usage-missing: INFO
''', 'UTF-8')
def properties = context.get('userProperties')
properties.put('cucm-certs.waiverFile', 'waivers.yaml')
properties.put('cucm-certs.addresses', "cucm-pub.example.com=127.0.0.1:${server.address.port}".toString())
properties.put('cucm-certs.timeoutSeconds', '60')
return true
