package io.rapport.test;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A client of server-sent events that reads in the background. */
public final class EventStream implements AutoCloseable {

    /** The events that were received. */
    public final List<StreamedEvent> events = new CopyOnWriteArrayList<>();

    private final HttpResponse<InputStream> response;
    private volatile String lastId = "";
    private volatile boolean ended;

    /** An event with data. */
    public record StreamedEvent(String id, String type, String data) {}

    private EventStream(HttpResponse<InputStream> response) {
        this.response = response;
        var reader = new Thread(this::read, "event-stream");
        reader.setDaemon(true);
        reader.start();
    }

    /** Connects with a token, and resumes after an event; null to begin now. */
    public static EventStream open(String url, String token, @Nullable String last)
            throws IOException, InterruptedException {
        return open(url, "Authorization", "Bearer " + token, last);
    }

    /** Connects with a header that authenticates, and resumes after an event; null to begin now. */
    public static EventStream open(String url, String header, String value, @Nullable String last)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(url)).header(header, value).header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return new EventStream(
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream()));
    }

    /** The status of the response. */
    public int status() {
        return response.statusCode();
    }

    /** The last id that was received, of an event or between events. */
    public String lastId() {
        return lastId;
    }

    /** Whether the service has ended the stream. */
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            var type = "";
            var data = new StringBuilder();
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("id: ")) {
                    lastId = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data.append(line.substring(6));
                } else if (line.isEmpty() && data.length() > 0) {
                    events.add(new StreamedEvent(lastId, type, data.toString()));
                    data.setLength(0);
                }
            }
            ended = true;
        } catch (IOException e) {
            // Closed by the test.
        }
    }
}
