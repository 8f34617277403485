package io.rapport.standalone.cli;

import io.rapport.standalone.client.FileMediaType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Sends a file in one request, so that ingest finds its table and the meaning of its columns; prints the progress, and then the
 * result with every remark.
 *
 * @param target the receiver
 * @param content what the file holds, the last part of the address
 * @param query the parameters, empty or beginning with a question mark
 * @param console the output
 */
record FileUpload(FileImporter.Target target, String content, String query, ConsoleOutput console) {

    /** Sends the file; returns the number of rejected rows. */
    long send(Path file) throws IOException, InterruptedException {
        var bar = console.bar("sending", Files.size(file));
        var result = target.brand()
                .sendFile(target.ingest(), "/imports/" + content + query, FileMediaType.of(file), file, bar::show);
        result.remarks().forEach(console::line);
        console.print(result.summary());
        return result.rejected();
    }
}
