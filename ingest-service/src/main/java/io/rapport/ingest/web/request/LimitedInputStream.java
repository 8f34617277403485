package io.rapport.ingest.web.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntConsumer;

/** An input stream that fails beyond a size limit, which protects against decompression bombs. */
final class LimitedInputStream extends FilterInputStream {

    private static final int STEP = 16 << 10;

    private final BodyLimit limit;
    private final IntConsumer read;
    private long count;

    /**
     * Creates a stream with a limit.
     *
     * @param read receives the number of bytes of each read
     */
    LimitedInputStream(InputStream in, BodyLimit limit, IntConsumer read) {
        super(in);
        this.limit = limit;
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
        if (count > limit.bytes()) {
            throw limit.exceeded();
        }
        read.accept(bytes);
    }
}
