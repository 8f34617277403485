package io.rapport.ingest;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs the service and sends HTTP requests to it. */
final class RunningIngest implements AutoCloseable {

    static final String ADMIN = "the-administrator-of-this-installation";

    /** Waits longer for a slow broker than the production default does. */
    static final String PATIENT = "--spring.kafka.properties.max.block.ms=60000";

    private static final JsonMapper JSON = new JsonMapper();

    private final ConfigurableApplicationContext context;
    private final HttpClient client = HttpClient.newHttpClient();

    RunningIngest(String kafka, String mongo, String... more) {
        this(kafka, mongo, new BeanPostProcessor() {}, more);
    }

    /** Starts a service with a post processor that replaces beans. */
    RunningIngest(String kafka, String mongo, BeanPostProcessor parts, String... more) {
        var settings = Stream.concat(
                Stream.of(
                        "--PORT=0",
                        "--RAPPORT_KAFKA=" + kafka,
                        "--RAPPORT_MONGODB_URI=" + mongo,
                        "--RAPPORT_ADMIN_TOKEN=" + ADMIN,
                        "--RAPPORT_EMAIL_HASH_KEY=a secret of this installation",
                        "--RAPPORT_TOPICS_PARTITIONS=3",
                        "--rapport.ingest.max-import=1MB",
                        "--rapport.ingest.max-import-rows=1000"),
                Arrays.stream(more));
        this.context = IngestApplication.application()
                .initializers(context -> context.getBeanFactory().addBeanPostProcessor(parts))
                .run(settings.toArray(String[]::new));
    }

    /** Waits until the readiness probe succeeds. */
    RunningIngest awaitReady() {
        await().until(() -> get("/actuator/health/readiness").status() == 200);
        return this;
    }

    /** An HTTP response with its status, its body as JSON, and its headers. */
    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String slug() {
            return body.path("type").asString().replace("urn:rapport:problem:", "");
        }
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base() + path))
                .timeout(Duration.ofMinutes(2))
                .header("Authorization", "Bearer " + ADMIN);
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer delete(String path) {
        return send(request(path).DELETE());
    }

    Answer put(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    Answer post(String path, String type, String body) {
        return post(path, type, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String path, String type, byte[] body) {
        return send(request(path).header("Content-Type", type).POST(BodyPublishers.ofByteArray(body)));
    }

    Answer postZipped(String path, String type, byte[] body) {
        return send(request(path)
                .header("Content-Type", type)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            var response = client.send(request.build(), BodyHandlers.ofString());
            var text = response.body();
            var type = response.headers().firstValue("Content-Type").orElse("");
            var json = type.matches("application/([a-z.]+\\+)?json.*") ? JSON.readTree(text) : JSON.nullNode();
            return new Answer(response.statusCode(), json, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String base() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    static byte[] zip(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(out)) {
            zip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Override
    public void close() {
        context.close();
    }
}
