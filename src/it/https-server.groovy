import com.sun.net.httpserver.HttpsConfigurator
import com.sun.net.httpserver.HttpsServer
import java.security.KeyStore
import javax.net.ssl.KeyManagerFactory
import javax.net.ssl.SSLContext

/**
 * Starts a local server that replaces a node, with a new self-signed certificate.
 *
 * @param certificate the file to write that certificate to
 * @param answer gets each exchange, and returns the JSON to send
 * @param algorithm of its key
 */
HttpsServer start(String node, File certificate, Closure<String> answer, String algorithm = 'EC') {
    def store = File.createTempFile('node', '.p12')
    store.delete()
    def keytool = { String... arguments ->
        def command = [new File(System.getProperty('java.home'), 'bin/keytool').path, *arguments,
            '-alias', 'node', '-keystore', store.path, '-storetype', 'PKCS12', '-storepass', 'changeit']
        def process = new ProcessBuilder(command).redirectErrorStream(true).start()
        def output = process.inputStream.text
        assert process.waitFor() == 0 : output
    }
    keytool('-genkeypair', '-keyalg', algorithm, '-dname', "CN=$node", '-ext', "san=dns:$node")
    keytool('-exportcert', '-rfc', '-file', certificate.path)

    def keys = KeyStore.getInstance('PKCS12')
    store.withInputStream { keys.load(it, 'changeit'.toCharArray()) }
    store.delete()
    def managers = KeyManagerFactory.getInstance('SunX509')
    managers.init(keys, 'changeit'.toCharArray())
    def tls = SSLContext.getInstance('TLS')
    tls.init(managers.keyManagers, null, null)
    def server = HttpsServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
    server.httpsConfigurator = new HttpsConfigurator(tls)
    server.createContext('/') { exchange ->
        def body = answer(exchange).getBytes('UTF-8')
        exchange.sendResponseHeaders(200, body.length)
        exchange.responseBody.write(body)
        exchange.close()
    }
    server.start()
    return server
}
