package io.github.cucmcerts.served;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The data from a node, up to a limit. */
final class BoundedInput extends FilterInputStream {
    static final int MOST = 512 << 10;

    private int left = MOST;

    /** The node sent more than the limit. */
    static final class TooMuch extends IOException {}

    BoundedInput(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        int octet = super.read();
        count(octet < 0 ? 0 : 1);
        return octet;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        int read = super.read(bytes, from, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) throws TooMuch {
        left -= bytes;
        if (left < 0) {
            throw new TooMuch();
        }
    }
}
