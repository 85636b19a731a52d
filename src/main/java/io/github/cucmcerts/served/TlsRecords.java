package io.github.cucmcerts.served;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** The data from a TLS server. Its first byte shows whether it is TLS. */
final class TlsRecords extends FilterInputStream {
    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;

    private boolean begun;

    /** The server does not use TLS. */
    static final class NoTls extends IOException {}

    TlsRecords(InputStream in) {
        super(new PushbackInputStream(in));
    }

    @Override
    public int read() throws IOException {
        begin();
        return super.read();
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        begin();
        return super.read(bytes, from, length);
    }

    private void begin() throws IOException {
        if (begun) {
            return;
        }
        begun = true;
        int first = in.read();
        if (first >= 0) {
            if (first != ALERT && first != HANDSHAKE) {
                throw new NoTls();
            }
            ((PushbackInputStream) in).unread(first);
        }
    }
}
