package io.rapport.standalone.cli;

import io.rapport.demo.DemoBrand;
import io.rapport.standalone.client.BrandClient;
import io.rapport.standalone.client.RapportClient;
import io.rapport.standalone.launcher.ConnectionInfo;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/**
 * Prints the result of a demo: the ROR and the strongest relationships of each brand, and the addresses, first that of the
 * overview of the agency.
 */
record DemoSummary(ConnectionInfo connection, ConsoleOutput console) {

    /** The path of the overview of all brands of the demo. */
    static final String OVERVIEW = "/agencies/" + DemoPlan.AGENCY;

    private static final int PEOPLE = 3;

    void show() throws InterruptedException {
        var client = new RapportClient(connection.token());
        for (var brand : DemoBrand.all()) {
            show(brand, new BrandClient(client, DemoPlan.AGENCY, brand.brand()));
        }
        console.printAddress(connection, OVERVIEW);
        console.line("");
        console.line("Example request:");
        console.line("  curl -H 'Authorization: Bearer " + connection.token() + "' \\");
        console.line("    '" + connection.url() + "/v1/agencies/" + DemoPlan.AGENCY + "/brands/"
                + DemoBrand.all().get(0).brand() + "/people?sort=-strength'");
    }

    private void show(DemoBrand brand, BrandClient client) throws InterruptedException {
        var ror = client.get(connection.report(), "/ror?window=30");
        console.line("");
        console.line(String.format(
                Locale.ROOT,
                "%s  %d people seen in 30 days, ROR %s",
                brand.name(),
                ror.path("seen").asLong(),
                ror.path("ror").isNumber()
                        ? String.format(Locale.ROOT, "%.2f", ror.path("ror").asDouble())
                        : "not measurable"));
        for (var person : client.get(connection.report(), "/people?sort=-strength&limit=" + PEOPLE)
                .path("items")) {
            console.line(format(person));
        }
    }

    private static String format(JsonNode person) {
        return String.format(
                Locale.ROOT,
                "  %5.1f  %-9s  %s",
                person.path("strength").asDouble(),
                person.path("stage").asString(),
                person.path("name").asString());
    }
}
