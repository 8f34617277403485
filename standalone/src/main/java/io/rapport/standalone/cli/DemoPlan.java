package io.rapport.standalone.cli;

import io.rapport.demo.DemoBrand;
import io.rapport.demo.DemoYear;
import io.rapport.messaging.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * The parameters of a demo.
 *
 * @param seed the seed of the generated data
 * @param start the first day
 * @param days the number of days
 */
record DemoPlan(long seed, LocalDate start, int days) {

    /** The agency that all brands of the demo belong to. */
    static final String AGENCY = "demo";

    /** The time zone in which a day ends last. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /** The given number of days, up to the last one that is over in every time zone. */
    static DemoPlan upTo(Instant now, long seed, int days) {
        return new DemoPlan(seed, now.atOffset(LAST_ZONE).toLocalDate().minusDays(days), days);
    }

    /** The plan that is stored in a data folder, else the requested one, which is then stored: a folder keeps its first plan. */
    static DemoPlan in(Path folder, DemoPlan requested) throws IOException {
        var file = folder.resolve("demo.json");
        if (Files.exists(file)) {
            return Json.mapper().readValue(Files.readString(file), DemoPlan.class);
        }
        Files.writeString(file, Json.mapper().writeValueAsString(requested) + "\n");
        return requested;
    }

    /** The generated years of all brands. */
    List<DemoYear> years() {
        return DemoBrand.all().stream()
                .map(brand -> DemoYear.of(brand, seed, start, days))
                .toList();
    }
}
