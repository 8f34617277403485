package io.rapport.gateway.proxy;

import java.io.InputStream;
import java.util.Arrays;

/** A large body of one repeated byte. */
final class RepeatedByte extends InputStream {

    private long left;

    RepeatedByte(long length) {
        left = length;
    }

    @Override
    public int read() {
        return left-- > 0 ? 'x' : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) {
        if (left <= 0) {
            return -1;
        }
        var count = (int) Math.min(length, left);
        Arrays.fill(buffer, offset, offset + count, (byte) 'x');
        left -= count;
        return count;
    }
}
