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
 * What a demo plays.
 *
 * @param seed of the dice
 * @param start the first day
 * @param days how many
 */
record DemoPlan(long seed, LocalDate start, int days) {

    /** The agency that all brands of the demo belong to. */
    static final String AGENCY = "demo";

    /** Where a day ends last of all. */
    private static final ZoneOffset LAST_ZONE = ZoneOffset.ofHours(-12);

    /** The given number of days, up to the last that is over everywhere: nothing of it is still to come in any zone. */
    static DemoPlan upTo(Instant now, long seed, int days) {
        return new DemoPlan(seed, now.atOffset(LAST_ZONE).toLocalDate().minusDays(days), days);
    }

    /** The plan a folder was first played with, which holds for good: another one would tell another past. */
    static DemoPlan in(Path folder, DemoPlan wanted) throws IOException {
        var file = folder.resolve("demo.json");
        if (Files.exists(file)) {
            return Json.mapper().readValue(Files.readString(file), DemoPlan.class);
        }
        Files.writeString(file, Json.mapper().writeValueAsString(wanted) + "\n");
        return wanted;
    }

    /** All brands' years. */
    List<DemoYear> years() {
        return DemoBrand.all().stream()
                .map(brand -> DemoYear.of(brand, seed, start, days))
                .toList();
    }
}
