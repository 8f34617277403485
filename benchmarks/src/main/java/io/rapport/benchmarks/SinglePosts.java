package io.rapport.benchmarks;

import io.rapport.benchmarks.process.MeasuredInstallation;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Posts single rows at a constant rate on connections that are kept alive. The load is open: each row has a scheduled time, from which its
 * latency is measured, whether or not the rows before it are answered. A post costs the sender a few microseconds of CPU, so that on a
 * shared machine it is not the sender that is measured.
 */
final class SinglePosts {

    /** Posts a second. */
    static final int RATE = 1_000;

    private static final int CONNECTIONS = 64;
    private static final long INTERVAL = 1_000_000_000L / RATE;
    private static final long LEAD = 100_000_000;

    private final URI address;

    SinglePosts(URI address) {
        this.address = address;
    }

    /** Posts rows for some seconds; returns the latencies from their scheduled times in milliseconds, ascending. */
    List<Double> send(int seconds, IntFunction<String> rows) throws InterruptedException, ExecutionException {
        var millis = new double[seconds * RATE];
        var next = new AtomicInteger();
        var start = System.nanoTime() + LEAD;
        var threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            var senders = new ArrayList<Future<?>>();
            for (var i = 0; i < CONNECTIONS; i++) {
                senders.add(threads.submit(() -> {
                    send(start, next, millis, rows);
                    return null;
                }));
            }
            for (var each : senders) {
                each.get();
            }
            return Arrays.stream(millis).sorted().boxed().toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private void send(long start, AtomicInteger next, double[] millis, IntFunction<String> rows) throws IOException {
        try (var connection = new PostConnection(address)) {
            for (var n = next.getAndIncrement(); n < millis.length; n = next.getAndIncrement()) {
                var row = rows.apply(n).getBytes(StandardCharsets.UTF_8);
                var due = start + n * INTERVAL;
                for (var wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                connection.post(row);
                millis[n] = (System.nanoTime() - due) / 1e6;
            }
        }
    }

    /** A connection with one request at a time. */
    private static final class PostConnection implements Closeable {

        private static final String LENGTH = "content-length:";

        private final Socket socket;
        private final OutputStream out;
        private final InputStream in;
        private final String head;

        PostConnection(URI address) throws IOException {
            socket = new Socket(address.getHost(), address.getPort());
            socket.setTcpNoDelay(true);
            out = new BufferedOutputStream(socket.getOutputStream());
            in = new BufferedInputStream(socket.getInputStream());
            head = "POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nAuthorization: Bearer " + MeasuredInstallation.TOKEN
                    + "\r\nContent-Type: application/x-ndjson\r\nContent-Length: ";
        }

        void post(byte[] row) throws IOException {
            out.write((head + row.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
            out.write(row);
            out.flush();
            var status = line();
            var length = -1;
            for (var header = line(); !header.isEmpty(); header = line()) {
                if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                    length = Integer.parseInt(header.substring(LENGTH.length()).strip());
                }
            }
            var body = new String(length < 0 ? chunks() : in.readNBytes(length), StandardCharsets.UTF_8);
            if (!status.contains(" 202") || !body.contains("\"accepted\":1,")) {
                throw new IllegalStateException("Answered with " + status + " " + body);
            }
        }

        private byte[] chunks() throws IOException {
            var body = new ByteArrayOutputStream();
            for (var size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                body.write(in.readNBytes(size));
                line();
            }
            line();
            return body.toByteArray();
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (var next = in.read(); next != '\n'; next = in.read()) {
                if (next < 0) {
                    throw new EOFException("The service has closed the connection");
                }
                line.append((char) next);
            }
            return line.toString().stripTrailing();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
