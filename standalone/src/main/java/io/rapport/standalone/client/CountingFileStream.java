package io.rapport.standalone.client;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;

/** Reads a file and reports the number of bytes that were read. */
final class CountingFileStream extends FilterInputStream {

    private final LongConsumer progress;
    private long count;

    private CountingFileStream(InputStream source, LongConsumer progress) {
        super(source);
        this.progress = progress;
    }

    /** Opens a file. */
    static InputStream open(Path file, LongConsumer progress) {
        try {
            return new CountingFileStream(Files.newInputStream(file), progress);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public int read() throws IOException {
        var next = super.read();
        if (next >= 0) {
            progress.accept(++count);
        }
        return next;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        var read = super.read(buffer, offset, length);
        if (read > 0) {
            count += read;
            progress.accept(count);
        }
        return read;
    }
}
