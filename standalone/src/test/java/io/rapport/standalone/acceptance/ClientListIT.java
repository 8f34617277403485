package io.rapport.standalone.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rapport.standalone.launcher.StandaloneInstallation;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** People on an imported client list are shown as clients, seen or not, until they are removed from it. */
class ClientListIT {

    private static final String AGENCY = "lists";
    private static final String BRAND = "coffee";
    private static final String LIST =
            "Kundenr,Navn,E-post,Twitter\n1,Ann Lee,ann@example.com,@annlee\n2,Bo Ek,bo@example.com,\n";

    @TempDir
    static Path folder;

    @Test
    void clientsAreShownUntilTheyAreRemovedFromTheList() throws InterruptedException {
        try (var rapport = StandaloneInstallation.start(folder.resolve("data"), 0)) {
            var api = new RestApi(rapport.connection());
            api.register(AGENCY, BRAND);
            assertThat(api.send(AGENCY, BRAND, comment()).get("accepted").asInt())
                    .isEqualTo(1);
            await().until(() -> people(api).size() == 1);

            assertThat(api.clients(AGENCY, BRAND, "", LIST).get("added").asInt())
                    .isEqualTo(2);
            await().untilAsserted(() -> {
                assertThat(people(api)).hasSize(2);
                assertThat(clients(api)).isEqualTo("Ann Lee, Bo Ek");
                assertThat(person(api, "Ann Lee").get("handles")).hasSize(1);
                assertThat(person(api, "Bo Ek").get("handles")).isEmpty();
            });

            assertThat(api.clients(AGENCY, BRAND, "", LIST).get("unchanged").asInt())
                    .isEqualTo(2);
            var rest = "Kundenr,Navn\n3,Cy Dahl\n";
            assertThat(api.clients(AGENCY, BRAND, "?complete=true", rest)
                            .get("removed")
                            .asInt())
                    .isEqualTo(2);
            await().until(() -> people(api).size() == 2 && clients(api).equals("Cy Dahl"));
        }
    }

    private static JsonNode person(RestApi api, String name) {
        return people(api).stream()
                .filter(person -> person.path("name").asString("").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> people(RestApi api) {
        return api.all(AGENCY, BRAND, "/people");
    }

    private static String clients(RestApi api) {
        return people(api).stream()
                .filter(person -> person.get("client").asBoolean())
                .map(person -> person.path("name").asString("?"))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String comment() {
        return "{\"source\":\"t\",\"sourceId\":\"1\",\"occurredAt\":\"2026-01-01T00:00:00Z\",\"channel\":\"x\","
                + "\"kind\":\"COMMENT\",\"direction\":\"INBOUND\",\"actor\":{\"id\":\"4711\",\"name\":\"annlee\"}}";
    }
}
