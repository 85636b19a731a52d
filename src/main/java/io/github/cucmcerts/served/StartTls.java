package io.github.cucmcerts.served;

import io.github.cucmcerts.cucm.Port;
import io.github.cucmcerts.text.Bounds;
import io.github.cucmcerts.text.Message;
import io.github.cucmcerts.text.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** The XMPP dialogue before TLS (RFC 6120, section 5.4). */
final class StartTls {
    private static final int LONGEST = 16 << 10;

    private final InputStream in;
    private final StringBuilder heard = new StringBuilder();

    private StartTls(InputStream in) {
        this.in = in;
    }

    /**
     * Requests TLS. After this, both sides use TLS.
     *
     * @param domain the XMPP domain to request
     * @throws Failures.NoStartTls with the answer of the node if it does not start TLS
     */
    static void request(Port.Speech speech, String domain, InputStream in, OutputStream out) throws IOException {
        StartTls dialogue = new StartTls(in);
        say(
                "<?xml version='1.0'?><stream:stream xmlns='"
                        + (speech == Port.Speech.XMPP_SERVER ? "jabber:server" : "jabber:client")
                        + "' xmlns:stream='http://etherx.jabber.org/streams' version='1.0' to='" + domain + "'>",
                out);
        String features = dialogue.until("</stream:features>", "<stream:features/>", "</stream:error>");
        if (features.contains("<host-unknown")) {
            throw new Failures.UnknownDomain(domain);
        }
        if (!features.contains("<starttls")) {
            throw new Failures.NoStartTls(Message.of(
                    "reason.xmpp-no-tls",
                    "it does not offer TLS in XMPP. Its answer is: {answer}",
                    "answer",
                    shown(features)));
        }
        say("<starttls xmlns='urn:ietf:params:xml:ns:xmpp-tls'/>", out);
        String answer = dialogue.until("/>", "</proceed>", "</failure>");
        if (!answer.contains("<proceed")) {
            throw new Failures.NoStartTls(Message.of(
                    "reason.xmpp-tls-refused",
                    "it refuses TLS in XMPP. Its answer is: {answer}",
                    "answer",
                    shown(answer)));
        }
    }

    private static void say(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** What the node sends, up to one of these ends. It does not read one byte more, because the next byte can be TLS. */
    private String until(String... ends) throws IOException {
        heard.setLength(0);
        while (heard.length() < LONGEST) {
            int octet = in.read();
            if (octet < 0) {
                throw new Failures.NoStartTls(
                        heard.isEmpty()
                                ? Message.of("reason.xmpp-closed", "it closed the connection before TLS")
                                : Message.of(
                                        "reason.xmpp-no-answer",
                                        "it closed the connection and did not answer in XMPP. It sent: {sent}",
                                        "sent",
                                        shown(heard.toString())));
            }
            heard.append((char) octet);
            if (octet == '>' && endsWith(ends)) {
                return heard.toString();
            }
        }
        throw new Failures.NoStartTls(Message.of("reason.no-xmpp", "it does not use XMPP"));
    }

    private boolean endsWith(String... ends) {
        for (String end : ends) {
            if (heard.length() >= end.length()
                    && heard.substring(heard.length() - end.length()).equals(end)) {
                return true;
            }
        }
        return false;
    }

    private static String shown(String text) {
        return Visible.of(Bounds.text(text.strip()));
    }
}
