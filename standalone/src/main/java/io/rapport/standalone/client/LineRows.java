package io.rapport.standalone.client;

import io.rapport.standalone.client.RowFileReader.FileRow;
import java.io.BufferedReader;
import java.util.Iterator;

/** Reads the lines of a file as rows. */
final class LineRows implements Iterator<FileRow> {

    private final Iterator<String> lines;
    private long line;

    LineRows(BufferedReader reader) {
        this.lines = reader.lines().iterator();
    }

    @Override
    public boolean hasNext() {
        return lines.hasNext();
    }

    @Override
    public FileRow next() {
        return new FileRow(lines.next(), ++line);
    }
}
