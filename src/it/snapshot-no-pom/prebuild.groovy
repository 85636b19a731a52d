import java.security.MessageDigest
import java.security.SecureRandom
import javax.crypto.Cipher
import javax.crypto.spec.IvParameterSpec
import javax.crypto.spec.SecretKeySpec

// a node whose new self-signed certificate is in deployed/
def deployed = new File(basedir, 'certs/deployed/cucm-pub.example.com/tomcat')
deployed.mkdirs()
def requests = [].asSynchronized()
def https = new GroovyShell().parse(new File(basedir, '../../../src/it/https-server.groovy'))
def server = https.start('cucm-pub.example.com', new File(deployed, 'tomcat.pem')) { exchange ->
    requests << "${exchange.requestURI} ${exchange.requestHeaders.getFirst('Authorization')}".toString()
    '{"trackingId":"1","server":"cucm-pub.example.com","identities":[{"service":"tomcat"}],"trusts":[]}'
}
context.put('server', server)
context.put('requests', requests)

// encrypts like Maven 3: salt, length of the padding, and AES output in base64, in braces
def encrypted = { String text, String password ->
    def salt = new byte[8]
    new SecureRandom().nextBytes(salt)
    def digest = MessageDigest.getInstance('SHA-256')
    digest.update(password.getBytes('UTF-8'))
    digest.update(salt)
    def keyAndIv = digest.digest()
    def cipher = Cipher.getInstance('AES/CBC/PKCS5Padding')
    cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(keyAndIv, 0, 16, 'AES'), new IvParameterSpec(keyAndIv, 16, 16))
    def hidden = cipher.doFinal(text.getBytes('UTF-8'))
    def padding = 16 - (salt.length + hidden.length + 1) % 16
    def all = new ByteArrayOutputStream()
    all.write(salt)
    all.write(padding)
    all.write(hidden)
    all.write(new byte[padding])
    "{${all.toByteArray().encodeBase64()}}"
}
new File(basedir, 'settings-security.xml').setText(
    "<settingsSecurity><master>${encrypted('master', 'settings.security')}</master></settingsSecurity>", 'UTF-8')
new File(basedir, 'settings.xml').setText("""<settings>
  <offline>true</offline>
  <servers>
    <server>
      <id>cucm</id>
      <username>admin</username>
      <password>${encrypted('geheim-ß', 'master')}</password>
    </server>
  </servers>
</settings>
""", 'UTF-8')

def properties = context.get('userProperties')
properties.put('cucm-certs.publisher', 'cucm-pub.example.com')
properties.put('cucm-certs.addresses', "cucm-pub=127.0.0.1:${server.address.port}".toString())
properties.put('cucm-certs.timeoutSeconds', '60')
return true
