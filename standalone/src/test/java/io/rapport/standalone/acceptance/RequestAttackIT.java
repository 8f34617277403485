package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rapport.messaging.json.Json;
import io.rapport.standalone.launcher.StandaloneInstallation;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every endpoint and page of every service, at the one address: unusable parameters and bodies are client errors, and no other user,
 * client, site or tenant gets in.
 */
class RequestAttackIT {

    private static final String AGENCY = "attacked";
    private static final String BRAND = "shop";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String JSON = "application/json";

    /** Names that no method reads. */
    private static final List<String> UNKNOWN = List.of(
            "sort%5B0%5D=x",
            "window.a=1",
            "kind%5B$ne%5D=1",
            "class.module.classLoader=1",
            "unknown=1",
            "%00=1",
            "x".repeat(3000) + "=1");

    /** Values for every parameter that a method reads. */
    private static final List<String> VALUES = List.of(
            "%00",
            "%01%7F",
            "%F0%9F%98%80",
            "-1",
            "99999999999999999999",
            "%7B%22$ne%22%3A1%7D",
            "NaN",
            "2026-02-30",
            "%2B999999999-12-31",
            "x".repeat(4000),
            "(((((%5B",
            "%5C",
            "eyJuIjoxfQ",
            "bnVsbA",
            "");

    private static final List<String> BODIES = List.of(
            "{}",
            "[]",
            "null",
            "[null]",
            "1",
            "\"x\"",
            "{\"a\":",
            "[[]]",
            "[{}]",
            "{\"version\":null}",
            "{\"handles\":[null],\"other\":null,\"reason\":null}",
            "{\"handles\":{},\"other\":[],\"reason\":{}}");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static StandaloneInstallation rapport;
    private static String token;

    @BeforeAll
    static void start() throws InterruptedException {
        System.setProperty(ServiceMapping.EXPOSURE, ServiceMapping.EXPOSED);
        rapport = StandaloneInstallation.start(folder.resolve("data"), 0);
        token = rapport.connection().token();
        new RestApi(rapport.connection()).register(AGENCY, BRAND);
    }

    @AfterAll
    static void stop() {
        System.clearProperty(ServiceMapping.EXPOSURE);
        rapport.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "identity", "scoring", "report"})
    void unknownParametersAreRefusedEverywhere(String service) {
        var mappings = mappings(service);

        assertThat(mappings).hasSizeGreaterThan(5);
        for (var mapping : mappings) {
            for (var parameter : UNKNOWN) {
                var response = send(mapping, "?" + parameter, mapping.form() ? FORM : JSON, "");
                // Platforms add parameters of their own to the address of a hook; what is not signed is refused.
                var refused = mapping.path().contains("/hooks/") ? List.of(400, 401) : List.of(400, 415);
                assertThat(response.statusCode()).as(mapping + " ?" + parameter).isIn(refused);
                if (response.statusCode() == 400) {
                    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
                    assertThat(response.body()).contains("\"known\":[");
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "identity", "scoring", "report"})
    void hostileValuesOfKnownParametersAreClientErrors(String service) {
        for (var mapping : mappings(service)) {
            for (var name : known(mapping)) {
                for (var value : VALUES) {
                    assertNoServerError(mapping, "?" + name + "=" + value, mapping.form() ? FORM : JSON, "");
                }
                assertNoServerError(mapping, "?" + name + "=1&" + name + "=1", JSON, "");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "identity", "scoring", "report"})
    void hostileBodiesAreClientErrors(String service) {
        for (var mapping : mappings(service)) {
            if (!mapping.method().equals("GET")) {
                for (var body : BODIES) {
                    assertNoServerError(mapping, "", JSON, body);
                }
                for (var type : List.of(FORM, "text/csv", "multipart/form-data; boundary=x", "a/b")) {
                    assertNoServerError(mapping, "", type, "a%5B0%5D=1&%00=%zz&b.c=2");
                }
            }
        }
    }

    @Test
    void noAttackOnAccountsSucceeds() {
        new AccessAttacks(rapport.connection()).run(folder);
    }

    @Test
    @Tag("browser")
    void aUserOfOneBrandSeesThatBrandOnly() {
        new BrandUserJourney(rapport.connection()).run();
    }

    private static void assertNoServerError(ServiceMapping mapping, String query, String type, String body) {
        var response = send(mapping, query, type, body);
        assertThat(response.statusCode())
                .as("%s %s%s %s %s: %s", mapping.method(), mapping.path(), query, type, body, response.body())
                .isBetween(200, 499);
    }

    /** The names in the problem that an unknown parameter causes. */
    private static List<String> known(ServiceMapping mapping) {
        var response = send(mapping, "?unknown=1", mapping.form() ? FORM : JSON, "");
        return response.statusCode() == 400
                ? Json.mapper()
                        .readTree(response.body())
                        .path("known")
                        .valueStream()
                        .map(name -> name.asString())
                        .toList()
                : List.of();
    }

    private static List<ServiceMapping> mappings(String service) {
        return ServiceMapping.of(rapport.connection(), service);
    }

    private static HttpResponse<String> send(ServiceMapping mapping, String query, String type, String body) {
        var csv = mapping.path().endsWith("/preview")
                || mapping.path().endsWith("/clients")
                || mapping.path().endsWith("/staff");
        var request = HttpRequest.newBuilder(
                        URI.create(mapping.base(rapport.connection()) + mapping.path(AGENCY, BRAND) + query))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", csv && body.isEmpty() && type.equals(JSON) ? "text/csv" : type)
                .method(mapping.method(), BodyPublishers.ofString(body));
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(mapping + query, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
