package io.rapport.ingest.web.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** A body that is read up to a bound and no further, however far it would unpack. */
final class LimitedInputStream extends FilterInputStream {

    private static final int STEP = 16 << 10;

    private final BodyLimit bound;
    private final IntConsumer read;
    private long count;

    /**
     * Reads up to a bound.
     *
     * @param read told how many bytes were read, each time
     */
    LimitedInputStream(InputStream in, BodyLimit bound, IntConsumer read) {
        super(in);
        this.bound = bound;
        this.read = read;
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        if (one >= 0) {
            count(1);
        }
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var some = super.read(target, offset, Math.min(length, STEP));
        if (some > 0) {
            count(some);
        }
        return some;
    }

    private void count(int bytes) {
        count += bytes;
        if (count > bound.bytes()) {
            throw bound.exceeded();
        }
        read.accept(bytes);
    }
}
