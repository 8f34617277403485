package io.rapport.ingest.web.request;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Decompresses gzip and stops beyond a ratio of decompressed to compressed bytes, which real exports do not reach. The
 * first megabyte is not limited.
 */
final class ExpansionLimit extends FilterInputStream {

    /** The maximum ratio; CSV and JSON of real records compress to between a third and a thirtieth. */
    static final int MAX_RATIO = 100;

    private static final long UNLIMITED_BYTES = 1 << 20;

    private final CountedInput compressed;
    private long decompressed;

    private ExpansionLimit(CountedInput compressed) throws IOException {
        super(new GZIPInputStream(compressed));
        this.compressed = compressed;
    }

    /** Opens a compressed body. */
    static InputStream decompress(InputStream body) throws IOException {
        return new ExpansionLimit(new CountedInput(body));
    }

    @Override
    public int read() throws IOException {
        var one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var some = super.read(target, offset, length);
        count(Math.max(0, some));
        return some;
    }

    private void count(int bytes) {
        decompressed += bytes;
        if (decompressed > UNLIMITED_BYTES && decompressed > MAX_RATIO * compressed.count) {
            throw BodyLimit.expansionExceeded(MAX_RATIO);
        }
    }

    private static final class CountedInput extends FilterInputStream {

        private long count;

        CountedInput(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var some = super.read(target, offset, length);
            count += Math.max(0, some);
            return some;
        }
    }
}
